import './overlay.css';
import './menu.css';
import type { RefObject } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components';
import { classNames } from '../classNames.ts';
import { Icon } from '../Icon.tsx';
import type { MenuAction, MenuEntry } from '../menu.ts';
import { useFocusInside } from './useFocusInside.ts';

function Item({ item }: { item: MenuAction }) {
  return (
    <MenuItem
      id={item.id}
      textValue={item.label}
      isDisabled={item.disabled ?? false}
      className={classNames('ob-menu__item', item.danger && 'ob-menu__item--danger')}
      {...(item.href === undefined ? {} : { href: item.href })}
    >
      {item.icon && <Icon of={item.icon} />}
      <span className="ob-menu__text">
        <span>{item.label}</span>
        {item.hint !== undefined && <span className="ob-menu__hint">{item.hint}</span>}
      </span>
      {item.current && <span className="ob-menu__current" aria-hidden="true" />}
    </MenuItem>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry === 'separator') return <Separator className="ob-menu__separator" />;
  if (!('items' in entry)) return <Item item={entry} />;
  return (
    <MenuSection className="ob-menu__section">
      <Header className="ob-menu__header">{entry.title}</Header>
      {entry.items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </MenuSection>
  );
}

function actionOf(entries: readonly MenuEntry[], id: string): MenuAction | undefined {
  return entries
    .flatMap((entry) => (entry === 'separator' ? [] : 'items' in entry ? entry.items : [entry]))
    .find((item) => item.id === id);
}

export interface MenuPopoverProps {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** Shows the label above the entries: where these do not say by themselves what is chosen. */
  readonly titled?: boolean;
  readonly onClose: () => void;
}

export function MenuPopover({ trigger, label, entries, titled = false, onClose }: MenuPopoverProps) {
  const menu = useFocusInside<HTMLDivElement>('[role="menuitem"]:not([aria-disabled="true"])');
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={onClose}
      placement="bottom end"
      className="ob-popover"
      aria-label={label}
    >
      {titled && (
        <p className="ob-menu__title" aria-hidden="true">
          {label}
        </p>
      )}
      <Menu
        ref={menu}
        aria-label={label}
        autoFocus="first"
        className="ob-menu"
        onClose={onClose}
        onAction={(key) => {
          onClose();
          actionOf(entries, String(key))?.onAction?.();
        }}
      >
        {entries.map((entry, index) => (
          <Entry
            key={entry === 'separator' ? `separator-${index}` : 'items' in entry ? entry.title : entry.id}
            entry={entry}
          />
        ))}
      </Menu>
    </Popover>
  );
}
