import type { trash as nl } from '../nl/trash.ts';
import type { Texts } from '../texts.ts';

export const trash = {
  empty: 'The trash is empty',
  emptyText: 'What you take off the board lies here and can always go back.',
  activities: 'Activities',
  outcomes: 'Outcomes and sections',
  since: 'Put away on {{date}}',
  sectionOf: 'section of {{title}}',
  restore: 'Restore',
  restoreTitle: 'Restore {{title}}',
  restored: '“{{title}}” is on the board again.',
  restoredWith: '“{{title}}” is on the board again, with {{contents}}.',
  show: 'Show',
  columnFirst: 'Restore “{{title}}” first. This section stands in it.',

  contents: 'Comes back with it: {{contents}}',
  nothingInIt: 'Nothing stood in it.',
  and: '{{first}} and {{second}}',
  sectionCount_one: '{{count}} section',
  sectionCount_other: '{{count}} sections',
  cardCount_one: '{{count}} activity',
  cardCount_other: '{{count}} activities',
  nowAt: 'is now at {{label}}',
  nowUnplaced: 'is now under “No outcome yet”',
  furtherAt: 'contributes here too, is at {{label}}',
  emptySection: 'no activities',
  backAt: 'comes back at {{label}}',
  backUnplaced: 'comes back under “No outcome yet”',
} satisfies Texts<typeof nl>;
