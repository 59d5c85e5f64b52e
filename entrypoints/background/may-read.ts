import { hasSiteAccess, toSitePattern } from '../../utils/browser/site-access.ts';

/** A script that was there before its permission was taken back still runs; nothing it says is kept. */
export async function mayRead({ origin }: { origin?: string | undefined }): Promise<boolean> {
  const pattern = toSitePattern(origin);
  // Only the practice console reports from a page that is no site.
  return pattern === null || hasSiteAccess(pattern);
}
