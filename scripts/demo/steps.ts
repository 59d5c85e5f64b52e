/** Each step as one JSON line; a step that throws is printed as failed and ends the run. */

export interface Steps {
  /** @param act returns the milliseconds that matter, or nothing to have the whole step timed */
  take(step: string, act: () => Promise<number | void>): Promise<void>;
  count(): number;
}

export function createSteps(print: (line: object) => void): Steps {
  let done = 0;
  return {
    take: async (step, act) => {
      const startedAt = performance.now();
      try {
        const measured = await act();
        const ms = Math.round(measured ?? performance.now() - startedAt);
        done += 1;
        print({ step, ms, ok: true });
      } catch (error) {
        const ms = Math.round(performance.now() - startedAt);
        print({ step, ms, ok: false, why: error instanceof Error ? error.message : String(error) });
        throw error;
      }
    },
    count: () => done,
  };
}
