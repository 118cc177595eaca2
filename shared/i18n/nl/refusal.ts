/** Why a command did nothing: one sentence for each code of `shared/commands/command.ts`, shown where it happened. */
export const refusal = {
  notYours: 'Kaart van {{organisation}}: u kunt dit niet wijzigen. Vraag het een begeleider.',
  boardLocked: 'Het bord is vergrendeld. Alleen begeleiders kunnen nu iets wijzigen.',
  readOnly: 'U kunt dit bord lezen, maar niet wijzigen.',
  facilitatorsOnly: 'Opbrengsten en teksten van het bord wijzigt de begeleider.',
  archiveNotAllowed: 'Alleen begeleiders kunnen iets in de prullenbak leggen.',
  unknownRecord: 'Dit staat niet meer op het bord. Iemand anders heeft het net weggehaald.',
  inTrash: 'Dit ligt in de prullenbak. Zet het eerst terug.',
  outcomeInTrash: 'Deze opbrengst ligt in de prullenbak. Kies een andere of zet de opbrengst terug.',
  titleEmpty: 'Vul een titel in.',
  titleTooLong: 'Deze titel is te lang. Gebruik hooguit 300 tekens.',
  textTooLong: 'Deze tekst wordt te lang. Kopieer hem en zet een deel in een ander veld.',
  codeInvalid: 'Een code heeft 2 tot 4 hoofdletters of cijfers.',
  codeTaken: 'Een andere organisatie op dit bord heeft deze code al. Kies een andere.',
  alreadyLinked: 'Deze kaart draagt al bij aan deze opbrengst.',
  isHome: 'Hier staat de kaart al. Kies een andere opbrengst.',
  nestedTooDeep: 'Een onderdeel kan geen eigen onderdelen hebben.',
  hasSections:
    'Deze opbrengst heeft onderdelen en kan daarom zelf geen onderdeel worden. Verplaats eerst de onderdelen.',
  yearsInvalid: 'Kies 1 tot 10 opeenvolgende jaren.',
  tooManyParties: 'Op één bord passen hooguit 60 organisaties met eigen kaarten.',
} as const;
