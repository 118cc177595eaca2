import { Skeleton } from '../../ui/Skeleton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';

export function BoardTilesSkeleton({ label }: { label: string }) {
  return (
    <div role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      <div className="ob-boards" aria-hidden="true">
        {['a', 'b', 'c'].map((key) => (
          <div key={key} className="ob-board-tile">
            <Skeleton width="70%" height="1.4em" />
            <Skeleton width="55%" />
            <div className="ob-board-tile__facts">
              <Skeleton width="85%" height="0.9em" />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
