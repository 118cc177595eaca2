/** The texts of one outcome. */
export const outcome = {
  panel: 'Opbrengst: {{title}}',
  goneTitle: 'Deze opbrengst is er niet',
  goneText: 'De opbrengst staat niet op dit bord. Misschien klopt het adres niet.',
  archived: 'Deze opbrengst ligt in de prullenbak. U kunt haar terugzetten vanuit de prullenbak.',
  explanation: 'Uitleg',
  explanationHint: 'Wat bedoelen we met deze opbrengst?',
  guidance: 'Denk bijvoorbeeld aan',
  guidanceHint: 'Staat boven de kolom en helpt om activiteiten te bedenken.',
  introduction: 'Inleiding in het plan',
  introductionHint: 'Komt in het plan, boven de activiteiten van deze opbrengst.',
  focusPoints: 'Speerpunten',
  focusPointsHint: 'Waar ligt de komende jaren de nadruk?',
} as const;
