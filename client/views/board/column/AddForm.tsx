import { lazy, Suspense } from 'react';
import { laterTexts } from '../../../i18n.ts';
import { fetchWhenIdle } from '../../../ui/fetchWhenIdle.ts';
import type { AddActivityProps } from './AddActivity.tsx';

const load = () => Promise.all([import('./AddActivity.tsx'), laterTexts()]);
const AddActivity = lazy(async () => ({ default: (await load())[0].AddActivity }));
// The field must be there when someone types on after pressing "+ Activiteit".
fetchWhenIdle(load);

/** Where activities are added. Its code comes when the board stands. */
export function AddForm(props: AddActivityProps) {
  return (
    <Suspense>
      <AddActivity {...props} />
    </Suspense>
  );
}
