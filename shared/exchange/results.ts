import type { ActivityTextField } from '../board/board.ts';
import { bulletList, type ItemStatus, type ListItem, paragraph, type RichText } from '../board/richText.ts';
import { present } from './imported.ts';
import type { ResultData, ResultsData } from './planData.ts';

const STATUSES: { readonly [status in NonNullable<ResultData['status']>]: ItemStatus } = {
  'to-be-determined': 'toBeDetermined',
  'not-applicable': 'notApplicable',
  'awaiting-subsidy': 'awaitingSubsidy',
};

function toItem({ text, status, by, who, children = [] }: ResultData): ListItem {
  const nested = children.map((child) => child.text);
  return {
    type: 'listItem',
    ...present({ status: status && STATUSES[status], due: by, who }),
    content: nested.length === 0 ? [paragraph(text)] : [paragraph(text), bulletList(nested)],
  };
}

/** One text per year; a blank cell of the source gives none. */
export function resultTexts(results: ResultsData = {}): { [field in ActivityTextField]?: RichText } {
  const filled = Object.entries(results).filter(([, items]) => items.length > 0);
  return Object.fromEntries(
    filled.map(([year, items]) => [`resultsText:${year}`, [{ type: 'bulletList', content: items.map(toItem) }]]),
  );
}

/** What results say beyond their text and status (number, unit, direction), each with its text to find it by. */
export function resultDetails(results: ResultsData = {}): { readonly [year: string]: readonly object[] } {
  const years = Object.entries(results).map(([year, items]): [string, object[]] => {
    const details = items.flatMap(({ text, status: _status, by: _by, who: _who, children: _children, ...rest }) =>
      Object.keys(rest).length === 0 ? [] : [{ text, ...rest }],
    );
    return [year, details];
  });
  return Object.fromEntries(years.filter(([, details]) => details.length > 0));
}
