import type {
  GuestAdmission,
  GuestJoin,
  GuestJoined,
  GuestList,
  GuestOffer,
  OwnGuest,
} from '../../../shared/protocol/guests.ts';
import { request } from '../../api/request.ts';

const segment = encodeURIComponent;
const board = (boardId: string): string => `/boards/${segment(boardId)}`;

/** The HTTP interface about guests. Every function throws `ApiProblem`. */
export const guestApi = {
  list: (boardId: string) => request<GuestList>('GET', `${board(boardId)}/guests`),
  openCode: (boardId: string, approval: boolean) =>
    request<GuestList>('POST', `${board(boardId)}/guest-code`, { approval }),
  setDoor: (boardId: string, approval: boolean) =>
    request<GuestList>('PATCH', `${board(boardId)}/guest-code`, { approval }),
  closeCode: (boardId: string, guests: 'stay' | 'go') =>
    request<GuestList>('DELETE', `${board(boardId)}/guest-code?guests=${guests}`),
  admit: (boardId: string, admission: GuestAdmission) =>
    request<GuestList>('POST', `${board(boardId)}/guests/admit`, admission),
  remove: (boardId: string, guestIds: readonly string[]) =>
    request<GuestList>('POST', `${board(boardId)}/guests/remove`, { guestIds }),
  offer: (code: string) => request<GuestOffer>('GET', `/guest-codes/${segment(code)}`),
  join: (code: string, who: GuestJoin) => request<GuestJoined>('POST', `/guest-codes/${segment(code)}`, who),
  own: () => request<OwnGuest>('GET', '/guest'),
} as const;
