import type { planTexts as reference } from '../nl/planTexts.ts';
import type { Texts } from '../texts.ts';

export const planTexts = {
  title: 'Texts of the plan',
  lead: 'These texts stand at the front of the plan, before the outcomes.',
  introduction: 'Introduction',
  introductionHint: 'Why is there this plan, and who made it?',
  readingGuide: 'Reading guide',
  readingGuideHint: 'How is the plan built up?',
} satisfies Texts<typeof reference>;
