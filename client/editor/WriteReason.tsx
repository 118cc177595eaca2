import { Lock } from 'lucide-react';
import { type DocumentRef, ownerOf } from '../../shared/board/documentRef.ts';
import { useOrganisation } from '../board/boardHooks.ts';
import { useRefusalText, useWriteRefusal } from '../board/rightsHooks.ts';
import { Icon } from '../ui/Icon.tsx';

/** Why a document may not be written, in words; undefined when it may. */
export function useWriteReason(document: DocumentRef): string | undefined {
  const refusal = useWriteRefusal(document);
  const owner = useOrganisation(ownerOf(document));
  const refusalText = useRefusalText();
  return refusal && refusalText({ code: refusal, ...(owner && { organisationName: owner.name }) });
}

/** Says why one may only read; texts point at it by its id. */
export function WriteReason({ id, reason }: { id: string; reason: string }) {
  return (
    <p id={id} className="ob-writing__reason">
      <Icon of={Lock} />
      {reason}
    </p>
  );
}
