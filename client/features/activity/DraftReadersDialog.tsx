import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { useMe } from '../../board/rightsHooks.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useDraftReaders, useSetDraftReader } from './useDraftReaders.ts';

export interface DraftReadersDialogProps {
  readonly owner: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Who of the organisation sees its drafts, and letting in a colleague. */
export function DraftReadersDialog({ owner, isOpen, onClose }: DraftReadersDialogProps) {
  const { t } = useTranslation(['drafts', 'common']);
  const { boardId } = useMe();
  const problemText = useProblemText();
  const me = useSession().data?.user.id;
  const { data, error } = useDraftReaders(boardId);
  const change = useSetDraftReader(boardId);
  const problem = change.error ?? error;
  const lists = [
    { title: t('readers'), people: data?.readers ?? [], sees: true },
    { title: t('others'), people: data?.others ?? [], sees: false },
  ].filter(({ people }) => people.length > 0);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('readersTitle', { owner })}
      size="sm"
      footer={<Button onClick={onClose}>{t('common:close')}</Button>}
    >
      <p>{t('readersText', { owner })}</p>
      {problem && (
        <Banner tone="negative" role="alert">
          {problemText(problem)}
        </Banner>
      )}
      {lists.map(({ title, people, sees }) => (
        <section key={title} className="ob-draft-readers" aria-label={title}>
          <h3>{title}</h3>
          <ul>
            {people.map(({ userId, name }) => (
              <li key={userId}>
                <span>{userId === me ? t('you', { name }) : name}</span>
                {data?.mine && userId !== me && (
                  <Button
                    size="sm"
                    aria-label={t(sees ? 'shutOutName' : 'letInName', { name })}
                    busy={change.isPending && change.variables.userId === userId}
                    onClick={() =>
                      change.mutate(
                        { userId, sees: !sees },
                        { onSuccess: () => announce(t(sees ? 'isOut' : 'isIn', { name })) },
                      )
                    }
                  >
                    {t(sees ? 'shutOut' : 'letIn')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
