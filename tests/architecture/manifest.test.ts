/** What the browser lets us do is what docs/threat-model.md explains, no more and no less. */
import { describe, expect, test } from 'vitest';
import { describeManifest, type Manifest } from './support/manifest.ts';
import { readTables } from './support/markdown.ts';
import { exists, readJson, readText } from './support/repository.ts';

const THREAT_MODEL = readText('docs/threat-model.md');
const ROWS = readTables(THREAT_MODEL, 'permission').map(([permission = '', browsers = '']) => ({
  permission,
  isOptional: browsers.includes('optional'),
  isChromiumOnly: browsers.includes('Chromium'),
}));
const ADVICE = 'make the manifest and the table “Permissions” in docs/threat-model.md agree';

const BROWSERS = [
  { browser: 'chrome', build: '.output/chrome-mv3' },
  { browser: 'firefox', build: '.output/firefox-mv2' },
] as const;

const listOptional = ({ optional_permissions = [], optional_host_permissions = [] }: Manifest) =>
  [...optional_permissions, ...optional_host_permissions].toSorted();

/** Version 3 says for whom, version 2 only what. */
const listAccessible = ({ web_accessible_resources: accessible = [] }: Manifest) =>
  accessible.flatMap((each) => (typeof each === 'string' ? [each] : each.resources));

const readPolicy = ({ content_security_policy: policy }: Manifest) =>
  typeof policy === 'string' ? policy : policy?.extension_pages;

test('the threat model has a table of permissions', () => {
  expect(ROWS.length, 'a table whose first column is “permission”').toBeGreaterThan(3);
});

describe.each(BROWSERS)('the manifest for $browser', ({ browser, build }) => {
  const forThis = ROWS.filter(({ isChromiumOnly }) => browser === 'chrome' || !isChromiumOnly);
  const explained = (isOptional: boolean) =>
    forThis.flatMap((row) => (row.isOptional === isOptional ? row.permission : [])).toSorted();

  test('asks for the permissions that are explained', async () => {
    const { permissions = [] } = await describeManifest(browser);
    expect(permissions.toSorted(), ADVICE).toEqual(explained(false));
  });

  test('may ask later for the sites that are explained, and has none from the start', async () => {
    const manifest = await describeManifest(browser);
    expect(listOptional(manifest), ADVICE).toEqual(explained(true));
    expect(manifest.host_permissions ?? [], 'sites are granted one at a time').toEqual([]);
  });

  test('shows pages the picker and nothing else, under an address of the session where there is such a thing', async () => {
    const { web_accessible_resources: accessible } = await describeManifest(browser);
    const forSession = browser === 'chrome' ? { use_dynamic_url: true } : {};
    expect(accessible, ADVICE).toEqual([
      { resources: ['picker.html'], matches: ['https://*/*', 'http://*/*'], ...forSession },
    ]);
  });

  test('has the content security policy that is explained', async () => {
    const explainedPolicy = /```text\n(default-src[^\n]+)\n```/.exec(THREAT_MODEL)?.[1];
    expect(explainedPolicy, 'write the policy into docs/threat-model.md as a text block').toBeTruthy();
    expect(readPolicy(await describeManifest(browser)), ADVICE).toBe(explainedPolicy);
  });

  test('is not widened by the build', async () => {
    const described = await describeManifest(browser);
    // Nothing has been built in a fresh tree; `npm test` builds first.
    const built = exists(`${build}/manifest.json`)
      ? (readJson(`${build}/manifest.json`) as Manifest)
      : described;
    const advice = `the tool that builds adds something; explain or prevent it (or ${build} is old: build again)`;
    const named = (manifest: Manifest) =>
      [...(manifest.permissions ?? []), ...listOptional(manifest)].toSorted();
    expect(named(built), advice).toEqual(named(described));
    expect(readPolicy(built), advice).toBe(readPolicy(described));
    expect(built.host_permissions ?? [], advice).toEqual([]);
    expect(built.content_scripts, advice).toBeUndefined();
    expect(listAccessible(built), advice).toEqual(['picker.html']);
    expect(built.externally_connectable, advice).toBeUndefined();
  });
});
