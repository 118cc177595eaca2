import type { TFunction } from 'i18next';
import type { Id } from '../../../../shared/board/ids.ts';
import type { ItemStatus } from '../../../../shared/board/richText.ts';
import type { SetAsideItem } from '../../../board/setAside.ts';
import { textWords } from '../../../board/setAsideText.ts';

type Words = TFunction<['setAside', 'activity', 'editor', 'outcome', 'planTexts']>;

/** One change in words: what it is, what the person gave, and what stands there now. */
export interface ItemWords {
  readonly what: string;
  /** Empty where `what` says it all. */
  readonly mine: string;
  readonly theirs: string;
}

const CARD_FIELDS = [
  'means',
  'socialQuestion',
  'targetGroup',
  'objective',
  'workingMethod',
  'organising',
  'notes',
] as const;
const OUTCOME_FIELDS = ['explanation', 'guidance', 'introduction', 'focusPoints'] as const;
const PLAN_FIELDS = ['introduction', 'readingGuide'] as const;

function textName(t: Words, { collection, field }: SetAsideItem): string {
  const [name = '', year] = field.split(':');
  if (year !== undefined) return t('activity:resultsOf', { year });
  const isField = (known: string): boolean => `${known}Text` === name;
  const ofCard = collection === 'activities' ? CARD_FIELDS.find(isField) : undefined;
  const ofOutcome = collection === 'outcomes' ? OUTCOME_FIELDS.find(isField) : undefined;
  const ofPlan = collection === 'plan' ? PLAN_FIELDS.find(isField) : undefined;
  if (ofCard) return t(`activity:${ofCard}`);
  if (ofOutcome) return t(`outcome:${ofOutcome}`);
  return ofPlan ? t(`planTexts:${ofPlan}`) : t('what.text');
}

function added(t: Words, { collection }: SetAsideItem): string {
  if (collection === 'activities') return t('what.addedActivity');
  return t(collection === 'outcomes' ? 'what.addedOutcome' : 'what.addedOther');
}

/** @param nameOf the name of an organisation */
export function itemWords(t: Words, item: SetAsideItem, nameOf: (id: Id) => string): ItemWords {
  const { change, edit, field, mine, theirs } = item;
  const taken = edit?.kind === 'record' && edit.fields['archivedAt'] !== undefined;
  switch (change) {
    case 'added':
      return { what: added(t, item), mine: '', theirs: '' };
    case 'title':
      return { what: t('what.title'), mine, theirs };
    case 'text': {
      const status = (name: ItemStatus): string => t(`editor:itemStatus.${name}`);
      const what = textName(t, item);
      if (edit?.kind !== 'text') return { what, mine, theirs };
      return { what, mine: textWords(edit.text, status), theirs: textWords(edit.theirs, status) };
    }
    case 'place':
      // An outcome's place is a spot among its siblings, which has no name.
      if (item.collection !== 'activities') return { what: t('what.order'), mine: '', theirs: '' };
      return { what: t(mine === '' ? 'what.unplaced' : 'what.place'), mine, theirs };
    case 'trash':
      return { what: t(mine === '' ? 'what.fromTrash' : 'what.toTrash'), mine: '', theirs: '' };
    case 'link':
      return { what: t(taken ? 'what.unlink' : 'what.link'), mine, theirs: '' };
    case 'involvement':
      return { what: t(taken ? 'what.noInvolvement' : 'what.involvement'), mine, theirs: '' };
    default:
      if (field === 'lead') return { what: t('what.lead'), mine: nameOf(mine), theirs: nameOf(theirs) };
      return { what: t(field === 'years' ? 'what.years' : 'what.other'), mine, theirs };
  }
}
