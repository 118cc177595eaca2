import type { TFunction } from 'i18next';
import { isAuditAction } from '../../../shared/access/auditActions.ts';
import { MODES, ROLES } from '../../../shared/access/roles.ts';
import type { AuditEventShown } from '../../../shared/protocol/audit.ts';

/** A piece of a sentence; names stand out. */
export interface Piece {
  readonly text: string;
  readonly isName: boolean;
}

type Say = TFunction<['audit', 'common']>;

const ASKED = ['copy', 'people', 'invitations', 'tokens', 'audit', 'rights', 'admin', 'boards'] as const;

function wordOf<Word extends string>(words: readonly Word[], value: unknown): Word | undefined {
  return words.find((word) => word === value);
}

function actorName(t: Say, { kind, name }: AuditEventShown['actor']): string {
  if (kind === 'program') return t('actor.program', { name: name ?? t('noProgram') });
  return kind === 'person' && name !== undefined ? name : t(`actor.${kind}`);
}

function subjectName(t: Say, { kind, name }: AuditEventShown['subject']): string {
  if (name !== undefined) return name;
  return t(kind === 'program' ? 'noProgram' : kind === 'organisation' ? 'noOrganisation' : 'nobody');
}

/** Stand in the sentence where a name comes: what people wrote is put in last, so that nothing in it is read as a text. */
const MARKS = { who: '\uE001', subject: '\uE002', organisation: '\uE003' } as const;

/** What can stand in a sentence. */
type Words = Readonly<
  Record<'who' | 'subject' | 'organisation' | 'role' | 'from' | 'mode' | 'access' | 'asked' | 'fields', string>
>;

/** What the words of the product in an event's detail are called. */
function detailWords(t: Say, { detail }: AuditEventShown): Omit<Words, keyof typeof MARKS> {
  const roleOrMode = (value: unknown): string => {
    const role = wordOf(ROLES, value);
    const mode = wordOf(MODES, value);
    return role ? t(`common:role.${role}`) : mode ? t(`common:mode.${mode}`) : '…';
  };
  const access = wordOf(['read', 'write'] as const, detail['access']);
  const asked = ASKED.find((part) => String(detail['route']).split('/').includes(part));
  const fields = String(detail['fields'] ?? '').split(',');
  const known = fields.map((field) => wordOf(['name', 'email', 'organisationId'] as const, field));
  return {
    role: roleOrMode(detail['role']),
    from: roleOrMode(detail['from']),
    mode: roleOrMode(detail['mode']),
    access: access ? t(`access.${access}`) : '…',
    asked: t(`asked.${asked ?? 'other'}`),
    fields: known.map((field) => (field ? t(`field.${field}`) : '…')).join(', '),
  };
}

function textOf(t: Say, event: AuditEventShown, words: Words): string {
  const { action, result, subject } = event;
  if (result === 'failed' && action === 'signIn.password') {
    return t(subject.id === undefined ? 'failedAction.passwordUnknown' : 'failedAction.password', words);
  }
  if (result === 'failed' && action === 'signIn.link') return t('failedAction.link', words);
  return isAuditAction(action) ? t(`action.${action}`, words) : t('unknown', { ...words, action });
}

/** An event as a sentence. */
export function sentence(t: Say, event: AuditEventShown): Piece[] {
  const names: { readonly [mark: string]: string } = {
    [MARKS.who]: actorName(t, event.actor),
    [MARKS.subject]: subjectName(t, event.subject),
    [MARKS.organisation]: event.organisation?.name || t('noOrganisation'),
  };
  const text = textOf(t, event, { ...detailWords(t, event), ...MARKS });
  return text
    .split(/([\uE001-\uE003])/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: names[piece] ?? piece, isName: piece in names }));
}
