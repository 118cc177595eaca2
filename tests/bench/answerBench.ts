/** What a measured server says of itself. */
export interface Usage {
  /** Microseconds of processor time of all its threads since its start. */
  readonly cpu: number;
  /** JavaScript's heap and buffers, in bytes. */
  readonly heap: number;
  readonly rss: number;
}

/** Answers the bench over the process's channel; needs `--expose-gc`. */
export function answerBench(): void {
  process.on('message', (collect: boolean) => {
    // A second collection frees what the first one's finalizers let go.
    for (let count = 0; collect && count < 2; count += 1) globalThis.gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const usage: Usage = { cpu: user + system, heap: heapUsed + external, rss };
    process.send?.(usage);
  });
}
