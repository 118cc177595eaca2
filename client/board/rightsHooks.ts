import { useTranslation } from 'react-i18next';
import { DEFAULT_SETTINGS } from '../../shared/access/boardSettings.ts';
import { mayArchive } from '../../shared/access/mayArchive.ts';
import type { Mode, Role } from '../../shared/access/roles.ts';
import type { DocumentRef } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import { isSameValue } from '../../shared/board/sameValue.ts';
import type { RefusalCode } from '../../shared/commands/command.ts';
import { useLiveBoard } from './liveBoardContext.ts';
import { useObserved } from './useObserved.ts';

/** Who the person at the screen is on this board. */
export interface Me {
  readonly role: Role;
  /** Puts cards and outcomes in the trash, where they may write. */
  readonly mayArchive: boolean;
  readonly organisationId: Id;
  readonly mode: Mode | 'closed';
  readonly boardId: Id;
  readonly title: string;
}

export function useMe(): Me {
  return useObserved(
    useLiveBoard().detail,
    ({ id, title, role, organisation, mode, closedAt, settings }) => ({
      role,
      mayArchive: mayArchive(role, settings ?? DEFAULT_SETTINGS),
      organisationId: organisation.id,
      mode: closedAt === null ? mode : ('closed' as const),
      boardId: id,
      title,
    }),
    isSameValue,
  );
}

/** Why a document may not be written now; undefined when it may. */
export function useWriteRefusal(ref: DocumentRef): RefusalCode | undefined {
  const live = useLiveBoard();
  return useObserved(live.revision, () => live.writeRefusal(ref));
}

/** Turns a refusal into the sentence to show. */
export function useRefusalText(): (refusal: {
  readonly code: RefusalCode;
  readonly organisationName?: string;
}) => string {
  const { t } = useTranslation('refusal');
  return ({ code, organisationName }) => t(code, { organisation: organisationName ?? '' });
}
