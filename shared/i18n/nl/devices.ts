/** Where one is signed in. */
export const devices = {
  title: 'Mijn apparaten',
  text: 'Hier bent u aangemeld. Kent u een apparaat niet? Meld het af en wijzig uw wachtwoord.',
  both: '{{browser}} op {{system}}',
  unknown: 'Onbekend apparaat',
  current: 'dit apparaat',
  since: 'aangemeld op {{date}}',
  used: 'laatst gebruikt: {{ago}}',
  end: 'Afmelden',
  endNamed: '{{device}} afmelden',
  ended: '{{device}} is afgemeld.',
  endAll: 'Overal afmelden',
  endAllTitle: 'Overal afmelden?',
  endAllText: 'U wordt op al uw apparaten afgemeld, ook hier. Open borden gaan dicht.',
  loading: 'Uw apparaten worden geladen…',
} as const;
