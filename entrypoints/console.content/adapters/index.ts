/** The consoles we can read, most specific first. */
import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';
import { findFirst } from '../reading/query.ts';
import { converseAdapter } from './converse.ts';
import { practiceAdapter } from './practice.ts';
import { theLoungeAdapter } from './the-lounge.ts';

export const ADAPTERS: readonly ConsoleAdapter[] = [practiceAdapter, converseAdapter, theLoungeAdapter];

/** Self-hosted consoles have no fixed host, so the page itself says which console it is. */
export function findAdapter(): ConsoleAdapter | null {
  return ADAPTERS.find(({ match }) => findFirst(document, match.signature)) ?? null;
}
