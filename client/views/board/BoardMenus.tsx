import { KeysDialog } from './bar/KeysDialog.tsx';
import { CardMenu } from './card/CardMenu.tsx';
import { OutcomeMenu } from './column/OutcomeMenu.tsx';
import { Revealing } from './Revealing.tsx';

/** The menus and dialogs that the whole board shares; each shows when something asks for it. */
export function BoardMenus() {
  return (
    <>
      <CardMenu />
      <OutcomeMenu />
      <KeysDialog />
      <Revealing />
    </>
  );
}
