import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../shared/board/board.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { linkActivity, unlinkActivity } from '../../../shared/commands/linkActivity.ts';
import { useBoardIndex, useTree } from '../../board/boardHooks.ts';
import { useCommands } from '../../board/useCommands.ts';
import { useMoveCard } from '../../interactions/useMoveCard.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menu.ts';
import { AddButton } from './AddButton.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { outcomeLabel, outcomeOptions } from './outcomeOptions.ts';
import { Picker } from './Picker.tsx';

/** Home of the card and the further outcomes to which it contributes. */
export function Outcomes({ activity, writable }: { activity: Activity; writable: boolean }) {
  const { t } = useTranslation('activity');
  const { run } = useCommands();
  const move = useMoveCard();
  const tree = useTree();
  const appearances = useBoardIndex((index) => index.appearancesOf.get(activity.id));
  const [moves, setMoves] = useState(false);
  const shown = (appearances ?? []).flatMap(({ outcomeId, home }) =>
    outcomeId === undefined ? [] : [{ outcomeId, home }],
  );
  const taken = new Set(shown.map(({ outcomeId }) => outcomeId));
  const isHomeless = !shown.some(({ home }) => home);

  const menuOf = (outcomeId: Id, home: boolean): MenuEntry[] =>
    home
      ? [{ id: 'move', label: t('moveTo'), onAction: () => setMoves(true) }]
      : [
          {
            id: 'home',
            label: t('makeHome'),
            onAction: () => void move({ activityId: activity.id, toId: outcomeId }),
          },
          {
            id: 'unlink',
            label: t('unlink'),
            onAction: () => void run(unlinkActivity, { activityId: activity.id, outcomeId }),
          },
        ];

  return (
    <div className="ob-activity-row">
      <dt>{t('contributesTo')}</dt>
      <dd>
        <ul className="ob-activity-outcomes">
          {shown.map(({ outcomeId, home }) => (
            <li key={outcomeId}>
              <OutcomeTag
                label={outcomeLabel(tree, outcomeId)}
                home={home}
                menu={writable ? menuOf(outcomeId, home) : undefined}
              />
            </li>
          ))}
          {isHomeless && !writable && <li className="ob-activity-outcomes__none">{t('noPlace')}</li>}
          {writable && (
            <li>
              <AddButton
                label={isHomeless ? t('moveTitle') : t('chooseOutcome')}
                text={isHomeless ? t('placeHere') : t('addOutcome')}
              >
                {(close) => (
                  <Picker
                    label={isHomeless ? t('moveTitle') : t('chooseOutcome')}
                    options={outcomeOptions(tree, taken)}
                    onPick={(outcomeId) => {
                      close();
                      if (isHomeless) move({ activityId: activity.id, toId: outcomeId });
                      else run(linkActivity, { activityId: activity.id, outcomeId });
                    }}
                  />
                )}
              </AddButton>
            </li>
          )}
        </ul>
        <MoveDialog activityId={activity.id} isOpen={moves} onClose={() => setMoves(false)} />
      </dd>
    </div>
  );
}

function OutcomeTag({ label, home, menu }: { label: string; home: boolean; menu: MenuEntry[] | undefined }) {
  const { t } = useTranslation('activity');
  const look = home ? 'ob-activity-outcome ob-activity-outcome--home' : 'ob-activity-outcome';
  if (!menu) return <span className={look}>{label}</span>;
  return (
    <MenuButton
      className={look}
      variant="quiet"
      size="sm"
      label={home ? t('homeOf', { label }) : t('furtherOf', { label })}
      items={menu}
    >
      {label}
    </MenuButton>
  );
}
