/** State of the connection and of what one wrote. */
export const status = {
  loading: 'Laden…',
  saved: 'Opgeslagen',
  saving: 'Bezig met opslaan…',
  offline: 'Geen verbinding: u kunt doorwerken',
  failed: 'Niet opgeslagen',
  waiting_one: '{{count}} wijziging wacht',
  waiting_other: '{{count}} wijzigingen wachten',
} as const;
