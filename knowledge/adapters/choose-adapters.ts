import { matchesHost } from '../../utils/text/match-pattern.ts';
import type { AdapterInUse, ConsoleAdapter } from './console-adapter.ts';

export interface AdapterShelf {
  bundled: readonly ConsoleAdapter[];
  own: readonly ConsoleAdapter[];
  /** Ids the person or the team does not want. */
  switchedOff: readonly string[];
}

/**
 * The adapters a page may be read with, the most likely first: the person's own before ours, those with an
 * address before those that any site could be. An own one takes the place of ours with the same id.
 */
export function chooseAdapters({ bundled, own, switchedOff }: AdapterShelf, url: string): AdapterInUse[] {
  const taken = new Set([...own.map(({ id }) => id), ...switchedOff]);
  const usable = [
    ...own.filter(({ id }) => !switchedOff.includes(id)).map(markAsOwn),
    ...bundled.filter(({ id }) => !taken.has(id)),
  ].filter(({ match }) => match.urls?.some((pattern) => matchesHost(pattern, url)) ?? true);
  const isAddressed = ({ match }: AdapterInUse) => match.urls !== undefined;
  return [...usable.filter(isAddressed), ...usable.filter((adapter) => !isAddressed(adapter))];
}

function markAsOwn(adapter: ConsoleAdapter): AdapterInUse {
  return { ...adapter, origin: 'own' };
}

/** Where an adapter would be used, to be shown before it is taken in; none: wherever its console is recognised. */
export function listHosts({ match }: ConsoleAdapter): string[] {
  const hosts = (match.urls ?? []).map((pattern) => pattern.replace(/^[^/]+\/\//, '').replace(/\/.*$/, ''));
  return [...new Set(hosts)];
}

/** One adapter as a file to hand on. */
export function formatAdapter(adapter: ConsoleAdapter): string {
  return `${JSON.stringify(adapter, null, 2)}\n`;
}
