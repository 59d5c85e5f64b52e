/** Per-site permission, asked for one site at a time. */
import { browser } from 'wxt/browser';

/** @returns the pattern the browser grants (host, any path), or null for pages no extension may enter */
export function toSitePattern(url: string | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${hostname}/*` : null;
}

export async function hasSiteAccess(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** Shows the browser's own question. Must run inside a click. @returns whether the person agreed */
export async function requestSiteAccess(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] });
}

/** Patterns of all sites granted so far. */
export async function listGrantedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins;
}

export async function revokeSiteAccess(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
}

/** @returns stop listening */
export function onSiteAccessChanged(listener: () => void): () => void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}
