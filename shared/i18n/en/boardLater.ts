import type { boardLater as nl } from '../nl/boardLater.ts';
import type { Texts } from '../texts.ts';

export const boardLater = {
  nearlyFull: {
    organisation:
      'The part of {{name}} is nearly full. Make long texts shorter. Once it is full, nothing can be added.',
    frame:
      'The board itself (outcomes, lists and plan texts) is nearly full. Make long texts shorter. Once it is full, nothing can be added.',
  },
  archiveOutcome: 'Move “{{title}}” to the trash?',
  archiveOutcomeEmpty: 'You can restore it from the trash later.',
  archiveOutcomeText_one:
    'The activity that stands here stays on the board. Without another outcome it stands under “No outcome yet”. Restore the outcome, and everything is back in its place.',
  archiveOutcomeText_other:
    'The {{count}} activities that stand here stay on the board. Without another outcome they stand under “No outcome yet”. Restore the outcome, and everything is back in its place.',
  emptyTitle: 'What are you working towards together?',
  emptyText:
    'First put the societal outcomes on the board: what must change in society? Then the organisations put their activities under them.',
  emptyLabel: 'Your outcomes, one on each line',
  emptyExample: 'Children grow up healthy\nResidents feel safe',
  emptyHint: 'You can paste a list from Word or a mail. Numbers and bullets disappear by themselves.',
  emptyTitleReader: 'This board is still empty',
  emptyTextReader: 'The facilitator puts the outcomes here first. You will see them as soon as they are there.',
  spaceKey: 'Space',
  keysCards: 'Previous or next card',
  keysColumns: 'Card in the neighbouring column',
  keysEnds: 'First or last card',
  keysOpen: 'Open the card',
  keysMove: 'Move to…',
  keysLift: 'Pick up the card; arrows choose the spot, space puts it down',
  keysStep: 'Move the card one spot',
  keysUndo: 'Undo',
  keysRedo: 'Redo',
  keysSearch: 'Search',
  keysHelp: 'This list',
} satisfies Texts<typeof nl>;
