import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type ButtonLook, buttonClass } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** A link that looks like a button: it leads somewhere, it does nothing by itself. */
export function ButtonLink({ href, icon, children, ...look }: ButtonLook & { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={buttonClass(look)}>
      {icon && <Icon of={icon} />}
      <span className="ob-button__label">{children}</span>
    </Link>
  );
}
