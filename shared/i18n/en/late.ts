/** What was still written where a card stood before it went elsewhere. */
export const late = {
  title: 'Text after the hand-over',
  lead: 'This was still written at the place where the card stood before. Choose what to do with it.',
  cardTitle: 'Title',
  from: '· {{from}} · after {{at}}',
  take: 'Add to the card',
  takeTitle: 'Use as title',
  leave: 'Leave out',
  taken: 'Added to the card.',
  left: 'Left out.',
} as const;
