/** Letters that the server sends. */
export const mail = {
  dear: 'Beste {{name}},',
  hello: 'Goedendag,',
  signInSubject: 'Uw aanmeldlink voor Opbrengstenbord',
  signInText: 'Met deze link meldt u zich aan bij Opbrengstenbord.',
  signInButton: 'Aanmelden',
  signInOnce: 'De link werkt één keer en een half uur lang.',
  signInIgnore: 'Hebt u hier niet om gevraagd? Dan hoeft u niets te doen.',
  inviteSubject: 'Uitnodiging voor het bord {{board}}',
  inviteText: '{{inviter}} nodigt u uit voor het bord “{{board}}”. U doet mee namens {{organisation}}.',
  inviteContact: 'U bent de contactpersoon: u nodigt zelf uw collega’s uit.',
  inviteWhat: 'Op een opbrengstenbord maken organisaties samen het plan voor het volgende jaar.',
  inviteButton: 'Bekijk de uitnodiging',
  inviteOnce: 'De link is alleen voor u. Hij werkt één keer, tot en met {{date}}.',
  inviteIgnore: 'Kent u {{inviter}} niet, of wilt u niet meedoen? Dan hoeft u niets te doen.',
} as const;
