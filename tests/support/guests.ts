import type { Guest, GuestList } from '../../shared/protocol/guests.ts';
import type { Answer, Client } from './client.ts';

/** A browser in which someone came in by a code. */
export interface TestGuest extends Client {
  readonly name: string;
  readonly id: string;
  readonly claimToken: string;
}

/** What a facilitator does about the guests of one board, and who comes in there. */
export interface GuestDoor {
  /** Opens the board with a new code, and gives it. */
  readonly open: (approval?: boolean) => Promise<string>;
  readonly list: () => Promise<GuestList>;
  readonly find: (name: string) => Promise<Guest>;
  /** Tries to come in as somebody. */
  readonly knock: (code: string, name: string, organisation?: object, browser?: Client) => Promise<Answer>;
  /** Comes in. @throws when that is refused */
  readonly join: (code: string, name: string, organisation?: object) => Promise<TestGuest>;
  readonly admit: (body?: object) => Promise<Answer>;
  readonly remove: (...guests: TestGuest[]) => Promise<Answer>;
  readonly close: (guests: 'stay' | 'go') => Promise<Answer>;
}

export const GGD = { name: 'GGD IJsselland' };

export function guestDoor(
  server: { readonly stranger: () => Client },
  facilitator: Client,
  boardId: string,
): GuestDoor {
  const guests = `/boards/${boardId}/guests`;
  const codes = `/boards/${boardId}/guest-code`;
  const list = async (): Promise<GuestList> => (await facilitator.get(guests)).body;
  const find = async (name: string): Promise<Guest> => {
    const found = (await list()).guests.find((guest) => guest.name === name);
    if (!found) throw new Error(`no guest ${name}`);
    return found;
  };
  const knock: GuestDoor['knock'] = (code, name, organisation = GGD, browser = server.stranger()) =>
    browser.post(`/guest-codes/${code}`, { name, organisation });
  return {
    open: async (approval = false) => (await facilitator.post(codes, { approval })).body.code.code,
    list,
    find,
    knock,
    join: async (code, name, organisation) => {
      const browser = server.stranger();
      const { status, body, text } = await knock(code, name, organisation, browser);
      if (status !== 200) throw new Error(`${name} did not come in: ${text}`);
      const { user } = (await browser.get('/session')).body;
      return { ...browser, name, id: user.id, claimToken: body.claimToken };
    },
    admit: (body = {}) => facilitator.post(`${guests}/admit`, body),
    remove: (...who) => facilitator.post(`${guests}/remove`, { guestIds: who.map(({ id }) => id) }),
    close: (rest) => facilitator.remove(`${codes}?guests=${rest}`),
  };
}
