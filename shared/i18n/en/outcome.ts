import type { outcome as reference } from '../nl/outcome.ts';
import type { Texts } from '../texts.ts';

export const outcome = {
  panel: 'Outcome: {{title}}',
  goneTitle: 'This outcome is not here',
  goneText: 'The outcome is not on this board. The address may be wrong.',
  archived: 'This outcome is in the trash. You can restore it from there.',
  explanation: 'Explanation',
  explanationHint: 'What do we mean by this outcome?',
  guidance: 'Think for example of',
  guidanceHint: 'Stands above the column and helps to think of activities.',
  introduction: 'Introduction in the plan',
  introductionHint: 'Goes into the plan, above the activities of this outcome.',
  focusPoints: 'Focus points',
  focusPointsHint: 'What has the emphasis in the coming years?',
} satisfies Texts<typeof reference>;
