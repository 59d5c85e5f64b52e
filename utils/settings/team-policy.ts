/**
 * What a team decided for all its browsers, in the browser's managed storage (docs/team-policy.md). Nobody in the
 * panel can change it; where nobody manages the browser it is empty.
 */
import { browser } from 'wxt/browser';

export interface TeamPolicy {
  /** Consoles that shall not be read, by the id of their adapter. */
  switchedOffConsoles: readonly string[];
}

/** Firefox refuses to answer where no policy was set: the same as an empty one. */
export async function readTeamPolicy(): Promise<TeamPolicy> {
  const stored: Record<string, unknown> = await browser.storage.managed.get(null).catch(() => ({}));
  return { switchedOffConsoles: readNames(stored['switchedOffConsoles']) };
}

/** Calls back when the team has changed it. @returns what ends that */
export function watchTeamPolicy(onChange: () => void): () => void {
  const look = (_changes: unknown, area: string) => {
    if (area === 'managed') onChange();
  };
  browser.storage.onChanged.addListener(look);
  return () => browser.storage.onChanged.removeListener(look);
}

/** Written by hand in a policy file: what is no name is left out. */
function readNames(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}
