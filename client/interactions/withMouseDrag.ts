type MouseDrag = typeof import('./mouseDrag.ts');

let library: Promise<MouseDrag> | undefined;

/**
 * Uses the drag library as soon as it is there. It comes after the board: nobody drags before there is something to
 * see, and whoever has no network for it still has the keys and the menu.
 * @param use registers something; gives how to undo that
 */
export function withMouseDrag(use: (library: MouseDrag) => () => void): () => void {
  let stop: (() => void) | undefined;
  let isStopped = false;
  library ??= import('./mouseDrag.ts');
  library.then(
    (loaded) => {
      if (!isStopped) stop = use(loaded);
    },
    () => {
      // The next thing that wants to be dragged asks again.
      library = undefined;
    },
  );
  return () => {
    isStopped = true;
    stop?.();
  };
}
