import type { refusal as reference } from '../nl/refusal.ts';
import type { Texts } from '../texts.ts';

export const refusal = {
  notYours: 'Card of {{organisation}}: you cannot change this. Ask a facilitator.',
  boardLocked: 'The board is locked. Only facilitators can change something now.',
  readOnly: 'You can read this board, but not change it.',
  facilitatorsOnly: 'Outcomes and texts of the board are changed by the facilitator.',
  archiveNotAllowed: 'Only facilitators can put something in the trash on this board.',
  unknownRecord: 'This is no longer on the board. Someone else has just taken it away.',
  inTrash: 'This is in the trash. Restore it first.',
  outcomeInTrash: 'This outcome is in the trash. Choose another one or restore the outcome.',
  titleEmpty: 'Fill in a title.',
  titleTooLong: 'This title is too long. Use at most 300 characters.',
  textTooLong: 'This text becomes too long. Copy it and put a part of it in another field.',
  codeInvalid: 'A code has 2 to 4 capitals or digits.',
  codeTaken: 'Another organisation on this board has this code. Choose another one.',
  alreadyLinked: 'This card already contributes to this outcome.',
  isHome: 'The card is already here. Choose another outcome.',
  nestedTooDeep: 'A section cannot have sections of its own.',
  hasSections: 'This outcome has sections and so cannot become a section itself. Move its sections first.',
  yearsInvalid: 'Choose 1 to 10 successive years.',
  tooManyParties: 'One board holds at most 60 organisations with cards of their own.',
} satisfies Texts<typeof reference>;
