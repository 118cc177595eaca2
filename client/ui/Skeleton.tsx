import './Skeleton.css';

/** The shape of what is coming, so that nothing jumps when it comes. Say "laden" once, with `role="status"`, around it. */
export function Skeleton({ width = '100%', height = '1em' }: { width?: string; height?: string }) {
  return <span className="ob-skeleton" style={{ inlineSize: width, blockSize: height }} aria-hidden="true" />;
}
