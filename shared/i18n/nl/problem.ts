/** What to do about an error of the HTTP interface: one sentence for each code of `shared/protocol/api.ts`. */
export const problem = {
  invalidInput: 'Er klopt iets niet in wat u invulde. Kijk de velden na en probeer het opnieuw.',
  notSignedIn: 'U bent niet meer aangemeld. Meld u opnieuw aan; wat was opgeslagen, is er nog.',
  wrongCredentials:
    'Dit e-mailadres en wachtwoord horen niet bij elkaar. Probeer het opnieuw of vraag een aanmeldlink.',
  notAllowed: 'Dit mag u niet op dit bord. Vraag het een begeleider.',
  notFound: 'Dit is er niet, of het is niet met u gedeeld. Vraag de begeleider om een nieuwe uitnodiging.',
  linkExpired: 'Deze aanmeldlink is verlopen. Vraag een nieuwe aan.',
  linkUsed: 'Deze aanmeldlink is al gebruikt. Een link werkt één keer; vraag een nieuwe aan.',
  invitationExpired: 'Deze uitnodiging is verlopen of ingetrokken. Vraag de begeleider van het bord om een nieuwe.',
  invitationUsed: 'Deze uitnodiging is al gebruikt. Door u? Meld u dan aan.',
  accountOff: 'Dit account is uitgezet.',
  emailTaken: 'Met dit e-mailadres is al een account. Meld u eerst aan en open de uitnodiging dan opnieuw.',
  passwordWrong: 'Uw huidige wachtwoord klopt niet. Probeer het opnieuw.',
  signInAgain:
    'Meld u eerst af en weer aan met een aanmeldlink. Binnen een kwartier daarna kunt u dit wijzigen: zo weten wij dat u het bent.',
  lastFacilitator: 'Dit is de laatste begeleider van het bord. Maak eerst iemand anders begeleider.',
  boardClosed: 'Dit bord is gesloten en alleen te lezen. Heropen het bord om iets te wijzigen.',
  boardTooNew: 'Dit bord is bewerkt met een nieuwere versie van Opbrengstenbord. Vraag het de beheerder.',
  tooManyParties: 'Op één bord passen hooguit 60 organisaties met eigen kaarten.',
  tooManyTokens: 'Op één bord passen hooguit 50 koppelingen. Trek er eerst een in die u niet meer gebruikt.',
  transferRefused: 'Dit kan nu niet met deze activiteit.',
  tooManyRequests: 'Dat waren te veel pogingen. Wacht een minuut en probeer het opnieuw.',
  payloadTooLarge: 'Dit is te groot om te bewaren. Maak de tekst korter.',
  storeUnavailable: 'De server kan nu niets bewaren. Probeer het over een minuut opnieuw.',
  internal: 'Er ging iets mis op de server. Probeer het opnieuw; blijft het misgaan, meld het dan de beheerder.',
  offline: 'Er is geen verbinding met de server. Controleer uw internet en probeer het opnieuw.',
} as const;
