import { type ReactNode, useId } from 'react';
import { formatNumber } from '../../../shared/i18n/numbers.ts';
import { currentLanguage } from '../../i18n.ts';
import { classNames } from '../../ui/classNames.ts';

export interface Fact {
  readonly label: string;
  readonly value: string | number;
  /** A part of the fact above it. */
  readonly isPart?: boolean;
  /** Worth a look: it stands out. */
  readonly isWarning?: boolean;
}

/** A card with numbers. */
export function Facts({ title, facts, children }: { title: string; facts: readonly Fact[]; children?: ReactNode }) {
  const heading = useId();
  return (
    <section className="ob-admin__card" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
      <dl className="ob-admin__facts">
        {facts.map(({ label, value, isPart = false, isWarning = false }) => (
          <div key={label} className={classNames(isPart && 'ob-admin__part', isWarning && 'ob-admin__warning')}>
            <dt>{label}</dt>
            <dd>{typeof value === 'number' ? formatNumber(value, currentLanguage()) : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
