import './BoardScreen.css';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TopBar } from '../../ui/TopBar.tsx';

/** The board's shape before anything is known of it. */
export function BoardSkeleton({ title }: { title?: string }) {
  const { t } = useTranslation(['board', 'common']);
  return (
    <div className="ob-board-page">
      <TopBar
        homeHref={paths.boards()}
        homeLabel={t('common:goHome')}
        title={title ?? <Skeleton width="180px" />}
        subtitle={<Skeleton width="240px" height="12px" />}
      />
      <main className="ob-board-main" aria-busy="true">
        <p role="status" className="ob-visually-hidden">
          {t('loading')}
        </p>
        <div className="ob-board-bar">
          <Skeleton width="220px" height="36px" />
          <Skeleton width="126px" height="36px" />
        </div>
        <SkeletonColumns />
      </main>
    </div>
  );
}

const COLUMNS = [4, 3, 5, 2, 4];

/** Sheets and cards of about the size that comes. */
export function SkeletonColumns() {
  return (
    <div className="ob-board-scroll" aria-hidden="true">
      <div className="ob-board">
        {COLUMNS.map((cards, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes without identity
          <div key={column} className="ob-column ob-column--skeleton">
            <div className="ob-column__head">
              <Skeleton width="70%" height="20px" />
            </div>
            {Array.from({ length: cards }, (_, card) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: shapes without identity
              <div key={card} className="ob-card-slot">
                <div className="ob-card">
                  <Skeleton width={card % 2 ? '86%' : '64%'} height="16px" />
                  <div className="ob-card__foot">
                    <Skeleton width="42%" height="12px" />
                  </div>
                </div>
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
