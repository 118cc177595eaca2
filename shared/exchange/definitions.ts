import { type Block, bulletList, paragraph } from '../board/richText.ts';
import { heading, labelled } from './blocks.ts';
import type { DefinitionData, PlanData } from './planData.ts';

function blocksOf({ term, text, items = [], note, footnotes = [] }: DefinitionData): Block[] {
  return [
    text === undefined ? heading(term) : labelled(term, text),
    ...(items.length === 0 ? [] : [bulletList(items)]),
    ...(note === undefined ? [] : [paragraph(note)]),
    ...footnotes.map((footnote) => labelled('Voetnoot', footnote.text)),
  ];
}

/** The terms that the plan defines, for its reading guide. They are entries of the list `definitions` too. */
export function definitionBlocks(plan: PlanData): Block[] {
  const definitions = plan.definitions ?? [];
  return definitions.length === 0 ? [] : [heading('Begrippen'), ...definitions.flatMap(blocksOf)];
}
