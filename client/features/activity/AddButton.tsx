import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '../../ui/Icon.tsx';
import { PopoverButton } from '../../ui/PopoverButton.tsx';

/** The dashed "+ …" at the end of a row; it opens a list to choose from. */
export function AddButton({
  label,
  text,
  children,
}: {
  label: string;
  text: string;
  children: (close: () => void) => ReactNode;
}) {
  return (
    <span className="ob-activity-add">
      <PopoverButton
        label={label}
        look="chip"
        text={
          <span className="ob-activity-add__text">
            <Icon of={Plus} size={14} />
            {text}
          </span>
        }
      >
        {children}
      </PopoverButton>
    </span>
  );
}
