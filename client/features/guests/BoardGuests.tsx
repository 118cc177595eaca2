import { Suspense, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useRoute } from 'wouter';
import { useSession } from '../../api/session.ts';
import { useMe } from '../../board/rightsHooks.ts';
import { ClaimOffer } from '../../ClaimOffer.tsx';
import { screen } from '../../screen.ts';
import { GuestStrip } from './GuestStrip.tsx';

import { WaitingGuests } from './WaitingGuests.tsx';

const GuestsPanel = screen(
  () => import('./GuestsPanel.tsx'),
  (m) => m.GuestsPanel,
);

/** Where the board tells what goes for the whole of it. */
const NOTICES = '.ob-board-notices';

export interface BoardGuestsProps {
  readonly boardId: string;
  readonly onClose: () => void;
}

/** What a board shows about guests: to a guest where they stand, to facilitators who wait, and the panel with all of them. */
export function BoardGuests({ boardId, onClose }: BoardGuestsProps) {
  const isGuest = useSession().data?.user.guest === true;
  const { role, mode } = useMe();
  const [isPanel] = useRoute('/bord/:boardId/gasten');
  const [notices, setNotices] = useState<Element | null>(null);
  useEffect(() => setNotices(document.querySelector(NOTICES)), []);
  const isFacilitator = role === 'facilitator';
  const strip = isGuest ? (
    <GuestStrip boardId={boardId} />
  ) : isFacilitator && mode !== 'closed' && !isPanel ? (
    <WaitingGuests boardId={boardId} />
  ) : null;
  return (
    <>
      {notices &&
        createPortal(
          <>
            {strip}
            <ClaimOffer />
          </>,
          notices,
        )}
      {isPanel && isFacilitator && (
        <Suspense fallback={null}>
          <GuestsPanel boardId={boardId} onClose={onClose} />
        </Suspense>
      )}
    </>
  );
}
