/** The texts of the plan as a whole. */
export const planTexts = {
  title: 'Teksten van het plan',
  lead: 'Deze teksten komen voorin het plan, vóór de opbrengsten.',
  introduction: 'Inleiding',
  introductionHint: 'Waarom is er dit plan, en wie maakten het?',
  readingGuide: 'Leeswijzer',
  readingGuideHint: 'Hoe is het plan opgebouwd?',
} as const;
