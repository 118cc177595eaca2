/** Letters that the server sends. */
export const mail = {
  signInSubject: 'Uw aanmeldlink voor Opbrengstenbord',
  signInText:
    'Beste {{name}},\n\nMet deze link meldt u zich aan bij Opbrengstenbord:\n\n{{url}}\n\nDe link werkt één keer en een half uur lang.\nHebt u hier niet om gevraagd? Dan hoeft u niets te doen.\n',
} as const;
