/** What was still written where a card stood before it went elsewhere. */
export const late = {
  title: 'Tekst na overdracht',
  lead: 'Dit is nog geschreven op de plaats waar de kaart eerst stond. Kies wat u ermee doet.',
  cardTitle: 'Titel',
  from: '· {{from}} · na {{at}}',
  take: 'Toevoegen aan de kaart',
  takeTitle: 'Als titel gebruiken',
  leave: 'Weglaten',
  taken: 'Toegevoegd aan de kaart.',
  left: 'Weggelaten.',
} as const;
