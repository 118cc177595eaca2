import type { move as reference } from '../nl/move.ts';
import type { Texts } from '../texts.ts';

export const move = {
  instructions:
    'Space picks the card up. Choose a spot with the arrow keys. Space or Enter puts the card down, Escape cancels. Ctrl with an arrow key moves the card at once.',
  carrying: 'Arrows: move · Space: put down · Esc: cancel',
  pickedUp: 'Card “{{title}}” picked up. Choose a spot with the arrow keys and press space.',
  over: '{{outcome}}, spot {{position}} of {{total}}.',
  moved: 'Card “{{title}}” is now at {{outcome}}, spot {{position}} of {{total}}.',
  outcomeMoved: '“{{title}}” is now at spot {{position}} of {{total}}.',
  cancelled: 'Moving cancelled. The card is where it was.',
  unchanged: 'The card is already at this spot.',
  undone: 'Undone.',
  undo: 'Undo',
  redo: 'Redo',
  redone: 'Redone.',
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to redo.',
  overtaken: 'Someone else has changed this meanwhile. It can no longer be undone.',
} satisfies Texts<typeof reference>;
