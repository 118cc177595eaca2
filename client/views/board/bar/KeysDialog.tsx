import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useBoardView, useViewState } from '../viewContext.ts';

const KEYS = [
  ['↑ ↓', 'keysCards'],
  ['← →', 'keysColumns'],
  ['Home End', 'keysEnds'],
  ['Enter', 'keysOpen'],
  ['M', 'keysMove'],
  ['Spatie', 'keysLift'],
  ['Ctrl + ↑ ↓ ← →', 'keysStep'],
  ['Ctrl + Z', 'keysUndo'],
  ['Ctrl + Shift + Z', 'keysRedo'],
  ['/', 'keysSearch'],
  ['?', 'keysHelp'],
] as const;

/** Every key that does something on the board. */
export function KeysDialog() {
  const { t } = useTranslation(['boardLater', 'board']);
  const { store } = useBoardView();
  const isOpen = useViewState((state) => state.isHelpOpen);
  return (
    <Dialog isOpen={isOpen} title={t('board:keys')} size="sm" onClose={() => store.set({ isHelpOpen: false })}>
      <dl className="ob-keys">
        {KEYS.map(([keys, text]) => (
          <div key={text} className="ob-keys__row">
            <dt>
              <kbd>{keys === 'Spatie' ? t('spaceKey') : keys}</kbd>
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
