/** Drafts: what an organisation writes before it shares it. */
export const drafts = {
  draft: 'Concept',
  onlyOwner: 'Concept: alleen {{owner}} ziet dit',
  asDraft: 'Als concept toevoegen',
  asDraftHint: 'Alleen uw organisatie ziet dit',
  onlyDraft: 'Het bord is vergrendeld. U kunt wel een concept toevoegen: alleen uw organisatie ziet dit.',
  addDraft: 'Concept toevoegen',
  added: '‘{{title}}’ is als concept toegevoegd bij {{label}}. Alleen uw organisatie ziet dit.',
  addedSeveral_one: '{{count}} concept is toegevoegd bij {{label}}. Alleen uw organisatie ziet dit.',
  addedSeveral_other: '{{count}} concepten zijn toegevoegd bij {{label}}. Alleen uw organisatie ziet dit.',

  seenBy: 'Dit zien: {{names}}.',
  who: 'Wie ziet dit?',
  share: 'Delen met iedereen',
  shareTo: 'Delen met iedereen…',
  shareTitle: 'Deze kaart delen met iedereen?',
  shareSees:
    'Iedereen op het bord ziet dan de kaart zoals die nu is: de titel, de teksten, de resultaten, de opbrengsten en de betrokken organisaties.',
  sharePast: 'Wat er eerder stond, blijft alleen van uw organisatie.',
  shareBack: 'Delen kunt u niet terugdraaien. U kunt de kaart daarna wel in de prullenbak leggen.',
  shared: '‘{{title}}’ is gedeeld met iedereen op het bord.',
  offline: 'Delen kan zodra er weer verbinding is.',
  notNow: 'Delen kan nu niet: op dit bord mag u geen kaarten toevoegen.',

  readersTitle: 'Wie ziet de concepten van {{owner}}?',
  readersText:
    'Alleen wie hier staat. Begeleiders en andere organisaties zien uw concepten niet. U kunt collega’s toelaten die voor {{owner}} op dit bord staan.',
  readers: 'Zien de concepten',
  others: 'Zien de concepten niet',
  you: '{{name}} (u)',
  letIn: 'Toelaten',
  letInName: '{{name}} toelaten tot de concepten',
  shutOut: 'Niet meer tonen',
  shutOutName: 'De concepten niet meer tonen aan {{name}}',
  isIn: '{{name}} ziet nu de concepten.',
  isOut: '{{name}} ziet de concepten niet meer.',
} as const;
