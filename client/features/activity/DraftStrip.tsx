import './draft.css';
import { Lock, Users } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../shared/board/board.ts';
import { party } from '../../../shared/board/documentRef.ts';
import { useOrganisation } from '../../board/boardHooks.ts';
import { useMe, useWriteRefusal } from '../../board/rightsHooks.ts';
import { useConnection, useSaveState } from '../../board/statusHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { DraftReadersDialog } from './DraftReadersDialog.tsx';
import { ShareDraftDialog } from './ShareDraftDialog.tsx';
import { useDraftReaders } from './useDraftReaders.ts';

/** Says of a draft who sees it, and is the way to share it. */
export function DraftStrip({ activity, writable }: { activity: Activity; writable: boolean }) {
  const { t } = useTranslation('drafts');
  const { boardId } = useMe();
  const whyId = useId();
  const owner = useOrganisation(activity.owner);
  const mayShare = useWriteRefusal(party(activity.owner)) === undefined;
  const isSaving = useSaveState().state === 'saving';
  const isOnline = useConnection() !== 'offline';
  const readers = useDraftReaders(boardId);
  const [dialog, setDialog] = useState<'share' | 'readers'>();
  const name = owner?.name ?? '';
  const why = mayShare ? (isOnline ? undefined : t('offline')) : t('notNow');
  return (
    <section className="ob-draft" aria-label={t('onlyOwner', { owner: name })}>
      <p className="ob-draft__title">
        <Icon of={Lock} size={18} />
        {t('onlyOwner', { owner: name })}
      </p>
      {readers.data && (
        <p className="ob-draft__seen">
          {t('seenBy', { names: readers.data.readers.map((reader) => reader.name).join(', ') })}
        </p>
      )}
      <div className="ob-draft__actions">
        {writable && (
          <Button
            size="sm"
            variant="primary"
            disabled={why !== undefined}
            aria-describedby={why === undefined ? undefined : whyId}
            onClick={() => setDialog('share')}
          >
            {t('shareTo')}
          </Button>
        )}
        <Button size="sm" icon={Users} onClick={() => setDialog('readers')}>
          {t('who')}
        </Button>
      </div>
      {writable && why !== undefined && (
        <p className="ob-draft__why" id={whyId}>
          {why}
        </p>
      )}
      <ShareDraftDialog
        activity={activity}
        isSaving={isSaving}
        isOpen={dialog === 'share'}
        onClose={() => setDialog(undefined)}
      />
      <DraftReadersDialog owner={name} isOpen={dialog === 'readers'} onClose={() => setDialog(undefined)} />
    </section>
  );
}
