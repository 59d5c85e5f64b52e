import config from '../../../wxt.config.ts';

/** The parts of a manifest that say what we may do. */
export interface Manifest {
  permissions?: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  host_permissions?: string[];
  content_security_policy?: string | { extension_pages?: string };
  web_accessible_resources?: (string | { resources: string[] })[];
  externally_connectable?: unknown;
  content_scripts?: unknown;
  commands?: Record<string, { suggested_key?: { default?: string } }>;
}

/** The manifest as wxt.config.ts describes it, before the build adds what it finds. */
export async function describeManifest(browser: string): Promise<Manifest> {
  const { manifest } = config;
  if (typeof manifest !== 'function')
    throw new TypeError('wxt.config.ts describes the manifest by a function');
  const environment = { browser, manifestVersion: 3, mode: 'production', command: 'build' } as const;
  return (await manifest(environment)) as Manifest;
}
