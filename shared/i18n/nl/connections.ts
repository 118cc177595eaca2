/** Tokens with which other programs come to a board. */
export const connections = {
  title: 'Koppelingen',
  text: 'Met een koppeling kan een ander programma dit bord lezen of wijzigen, bijvoorbeeld voor een rapport.',
  make: 'Koppeling maken',
  name: 'Naam van het programma',
  nameHint: 'Zo herkent iedereen op het bord wat dit programma wijzigt.',
  nameMissing: 'Vul in voor welk programma de koppeling is.',
  accessTitle: 'Wat mag het programma?',
  access: {
    read: 'Lezen',
    write: 'Lezen en schrijven',
  },
  accessMeans: {
    read: 'Leest alles op dit bord en wijzigt niets.',
    write: 'Wijzigt alles wat een begeleider mag wijzigen, ook op een vergrendeld bord.',
  },
  valid: 'Geldig',
  validFor: {
    month: '30 dagen',
    year: 'Eén jaar',
    always: 'Tot u de koppeling intrekt',
  },
  keyReady: 'Sleutel voor {{name}}',
  keyOnce: 'Kopieer de sleutel nu: om veiligheidsredenen tonen wij hem maar één keer. Deel hem als een wachtwoord.',
  address: 'Het programma maakt verbinding met {{address}}',
  another: 'Nog een koppeling maken',
  made: 'gemaakt door {{name}} op {{date}}',
  until: 'tot {{date}}',
  used: 'gebruikt: {{when}}',
  usedNone: 'nog niet gebruikt',
  revoke: 'Koppeling {{name}} intrekken',
  revokeTitle: 'Koppeling {{name}} intrekken?',
  revokeText:
    'Het programma kan dan meteen niet meer bij dit bord. Wat het heeft gewijzigd, blijft staan. De sleutel werkt daarna nooit meer; u kunt wel een nieuwe koppeling maken.',
  revokeSubmit: 'Intrekken',
  revoked: 'Koppeling {{name}} is ingetrokken.',
} as const;
