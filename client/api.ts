import type { z } from 'zod';
import type { BoardSettings } from '../shared/access/boardSettings.ts';
import type { Mode } from '../shared/access/roles.ts';
import type {
  AccessTokenCreated,
  accessTokenCreateSchema,
  accessTokenListSchema,
  BoardDetail,
  boardCreateSchema,
  boardListSchema,
  profileChangeSchema,
  Session,
  signInLinkOwnerSchema,
  templateListSchema,
} from '../shared/protocol/api.ts';
import type {
  InvitationCreated,
  InvitationOffer,
  invitationAcceptedSchema,
  invitationAcceptSchema,
  invitationCreateSchema,
} from '../shared/protocol/invitations.ts';
import type { People, participantChangeSchema } from '../shared/protocol/people.ts';
import { request } from './api/request.ts';

const segment = encodeURIComponent;

interface BoardChange {
  readonly title?: string;
  readonly mode?: Mode;
  readonly closed?: boolean;
  readonly settings?: Partial<BoardSettings>;
}

/** The HTTP interface by name. Every function throws `ApiProblem`. */
export const api = {
  session: {
    get: () => request<Session>('GET', '/session'),
    signIn: (email: string, password: string) => request<Session>('POST', '/session', { email, password }),
    /** Whom a sign-in link is for; uses nothing up. */
    linkOwner: (token: string) =>
      request<z.infer<typeof signInLinkOwnerSchema>>('GET', `/session/link/${segment(token)}`),
    signInByLink: (token: string) => request<Session>('POST', '/session/link', { token }),
    requestLink: (email: string) => request<void>('POST', '/sign-in-links', { email }),
    change: (change: z.infer<typeof profileChangeSchema>) => request<Session>('PATCH', '/session', change),
    signOut: () => request<void>('DELETE', '/session'),
  },
  templates: {
    list: () => request<z.infer<typeof templateListSchema>>('GET', '/templates'),
  },
  boards: {
    list: () => request<z.infer<typeof boardListSchema>>('GET', '/boards'),
    get: (boardId: string) => request<BoardDetail>('GET', `/boards/${segment(boardId)}`),
    create: (board: z.infer<typeof boardCreateSchema>) => request<BoardDetail>('POST', '/boards', board),
    change: (boardId: string, change: BoardChange) =>
      request<BoardDetail>('PATCH', `/boards/${segment(boardId)}`, change),
    copy: (boardId: string, title: string) =>
      request<BoardDetail>('POST', `/boards/${segment(boardId)}/copy`, { title }),
  },
  people: {
    list: (boardId: string) => request<People>('GET', `/boards/${segment(boardId)}/people`),
    change: (boardId: string, userId: string, change: z.infer<typeof participantChangeSchema>) =>
      request<void>('PATCH', `/boards/${segment(boardId)}/people/${segment(userId)}`, change),
    remove: (boardId: string, userId: string) =>
      request<void>('DELETE', `/boards/${segment(boardId)}/people/${segment(userId)}`),
  },
  tokens: {
    list: (boardId: string) =>
      request<z.infer<typeof accessTokenListSchema>>('GET', `/boards/${segment(boardId)}/tokens`),
    create: (boardId: string, token: z.infer<typeof accessTokenCreateSchema>) =>
      request<AccessTokenCreated>('POST', `/boards/${segment(boardId)}/tokens`, token),
    revoke: (boardId: string, tokenId: string) =>
      request<void>('DELETE', `/boards/${segment(boardId)}/tokens/${segment(tokenId)}`),
  },
  invitations: {
    create: (boardId: string, invitation: z.infer<typeof invitationCreateSchema>) =>
      request<InvitationCreated>('POST', `/boards/${segment(boardId)}/invitations`, invitation),
    revoke: (boardId: string, invitationId: string) =>
      request<void>('DELETE', `/boards/${segment(boardId)}/invitations/${segment(invitationId)}`),
    offer: (token: string) => request<InvitationOffer>('GET', `/invitations/${segment(token)}`),
    accept: (token: string, who: z.infer<typeof invitationAcceptSchema>) =>
      request<z.infer<typeof invitationAcceptedSchema>>('POST', `/invitations/${segment(token)}`, who),
  },
} as const;
