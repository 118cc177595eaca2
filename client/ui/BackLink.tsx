import './BackLink.css';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from './Icon.tsx';

/** Above the title of a page: to where it belongs. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="ob-back-link">
      <Icon of={ArrowLeft} size={16} />
      {children}
    </Link>
  );
}
