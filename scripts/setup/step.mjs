const LINE_AFTER_MS = 1_000;

/**
 * Does one step of the set-up. A step that takes more than a second gets one line on stderr: what it does as soon as
 * that second is over, and how long it took at the end.
 * @template T
 * @param {string} label what is being done, as a person reads it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what the work gives
 */
export async function step(label, work) {
  const started = Date.now();
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    process.stderr.write(`${label} …`);
  }, LINE_AFTER_MS);
  const end = (/** @type {string} */ word) => {
    clearTimeout(timer);
    if (shown) process.stderr.write(` ${word} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
  };
  try {
    const result = await work();
    end('done');
    return result;
  } catch (error) {
    end('failed');
    throw error;
  }
}
