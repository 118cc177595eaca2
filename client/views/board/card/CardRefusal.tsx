import { Lock } from 'lucide-react';
import type { Id } from '../../../../shared/board/ids.ts';
import type { RaisedRefusal } from '../../../board/commandRunner.ts';
import { useRefusalAt } from '../../../board/refusalHooks.ts';
import { useRefusalText } from '../../../board/rightsHooks.ts';
import { Icon } from '../../../ui/Icon.tsx';

/** Why what was just tried with this record did not happen, in its own place. */
export function CardRefusal({ activityId }: { activityId: Id }) {
  const refusal = useRefusalAt(activityId);
  return refusal ? <Words refusal={refusal} /> : null;
}

function Words({ refusal }: { refusal: RaisedRefusal }) {
  const textOf = useRefusalText();
  return (
    <p className="ob-card__refusal">
      <Icon of={Lock} size={14} />
      <span>{textOf(refusal)}</span>
    </p>
  );
}
