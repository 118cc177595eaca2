/** Loaded before the product: SIGUSR2 rejects a promise that nobody looks at, SIGHUP throws where nobody catches. */
process.on('SIGUSR2', () => {
  void Promise.reject(new Error('nobody looks at this'));
});
process.on('SIGHUP', () => {
  setImmediate(() => {
    throw new Error('nobody catches this');
  });
});
