/** Fetches code when the browser has nothing better to do. A failed fetch costs nothing: using the code asks again. */
export function fetchWhenIdle(load: () => Promise<unknown>): void {
  const whenIdle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 1500));
  whenIdle(() => void Promise.allSettled([load()]), { timeout: 4000 });
}
