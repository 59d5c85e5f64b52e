import type { createSignalReader } from './read-signals.ts';

/** The reader with its rules, fetched apart: they are some 300 kB, and no page may wait for them. */
export async function loadSignalReader(): Promise<typeof createSignalReader> {
  const reading = await import('./read-signals.ts');
  return reading.createSignalReader;
}
