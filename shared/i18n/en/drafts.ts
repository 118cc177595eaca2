import type { drafts as nl } from '../nl/drafts.ts';
import type { Texts } from '../texts.ts';

export const drafts = {
  draft: 'Draft',
  onlyOwner: 'Draft: only {{owner}} sees this',
  asDraft: 'Add as a draft',
  asDraftHint: 'Only your organisation sees this',
  onlyDraft: 'The board is locked. You can add a draft: only your organisation sees this.',
  addDraft: 'Add draft',
  added: '‘{{title}}’ is added as a draft at {{label}}. Only your organisation sees this.',
  addedSeveral_one: '{{count}} draft is added at {{label}}. Only your organisation sees this.',
  addedSeveral_other: '{{count}} drafts are added at {{label}}. Only your organisation sees this.',

  seenBy: 'Seen by: {{names}}.',
  who: 'Who sees this?',
  share: 'Share with everyone',
  shareTo: 'Share with everyone…',
  shareTitle: 'Share this card with everyone?',
  shareSees:
    'Everyone on the board then sees the card as it is now: its title, texts, results, outcomes and the organisations involved.',
  sharePast: 'What stood there before stays with your organisation.',
  shareBack: 'Sharing cannot be undone. You can put the card in the trash afterwards.',
  shared: '‘{{title}}’ is shared with everyone on the board.',
  offline: 'You can share once there is a connection again.',
  notNow: 'You cannot share now: you may not add cards to this board.',

  readersTitle: 'Who sees the drafts of {{owner}}?',
  readersText:
    'Only who stands here. Facilitators and other organisations do not see your drafts. You can let in colleagues who are on this board for {{owner}}.',
  readers: 'See the drafts',
  others: 'Do not see the drafts',
  you: '{{name}} (you)',
  letIn: 'Let in',
  letInName: 'Let {{name}} see the drafts',
  shutOut: 'No longer show',
  shutOutName: 'No longer show the drafts to {{name}}',
  isIn: '{{name}} now sees the drafts.',
  isOut: '{{name}} no longer sees the drafts.',
} satisfies Texts<typeof nl>;
