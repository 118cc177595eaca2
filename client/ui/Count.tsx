import './Count.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** A small number; `label` says in words what is counted ("8 activiteiten"). */
export function Count({ value, label }: { value: number; label: string }) {
  return (
    <span className="ob-count">
      <span aria-hidden="true">{value}</span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
