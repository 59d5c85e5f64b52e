/** Trusts nothing but what is there afterwards: an event that was "handled" may have changed nothing. */
import { removeWhitespace } from '../../../utils/text/collapse-whitespace.ts';

export type Outcome = 'inserted' | 'not-inserted' | 'changed-by-console';

const READ_BACK_MS = 320;
const READ_BACK_STEP_MS = 20;

export interface Expectation {
  read: () => string;
  before: string;
  expected: string;
}

export async function readBack({ read, before, expected }: Expectation): Promise<Outcome> {
  const wanted = removeWhitespace(expected);
  const unchanged = removeWhitespace(before);
  for (let waited = 0; waited <= READ_BACK_MS; waited += READ_BACK_STEP_MS) {
    if (removeWhitespace(read()) === wanted) return 'inserted';
    await wait(READ_BACK_STEP_MS);
  }
  return removeWhitespace(read()) === unchanged ? 'not-inserted' : 'changed-by-console';
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
