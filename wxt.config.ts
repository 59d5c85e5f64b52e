import { resolve } from 'node:path';
import { readdirSync } from 'node:fs';
import { defineConfig, type UserManifest } from 'wxt';
import { listRuntimeFiles, WEB_ASSEMBLY_SOURCE } from './scripts/embeddings/extension-files.ts';

/** Where bundled knowledge lives in the sources and under which path the extension serves it. */
const STARTER_PACKS = { sources: 'knowledge/starter/packs', served: 'packs' };

/** 14 MB that most teams do not need, so a build has them only when asked: docs/embeddings.md. */
const HAS_EMBEDDINGS = process.env.DESKMATE_EMBEDDINGS === '1';

/**
 * `connect-src 'self'` is the promise "zero network requests" made enforceable:
 * the only thing our pages may fetch are files of the extension itself.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `script-src 'self'${HAS_EMBEDDINGS ? ` ${WEB_ASSEMBLY_SOURCE}` : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  // The practice console shows the picker as every console does.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const HOSTS_ON_REQUEST = ['https://*/*', 'http://*/*'];

const GECKO = {
  id: 'deskmate@deskmate.local',
  strict_min_version: '140.0',
  data_collection_permissions: { required: ['none'] },
};

function describeManifest(browser: string): UserManifest {
  const isFirefox = browser === 'firefox';
  return {
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    ...describePermissions(isFirefox),
    action: {
      default_title: '__MSG_actionTitle__',
      // Where the panel says it is; Firefox would put it into a menu.
      ...(isFirefox ? { default_area: 'navbar' } : {}),
    },
    commands: {
      [isFirefox ? '_execute_sidebar_action' : '_execute_action']: {
        suggested_key: { default: 'Alt+Shift+D' },
        description: '__MSG_commandOpenPanel__',
      },
    },
    content_security_policy: isFirefox
      ? CONTENT_SECURITY_POLICY
      : { extension_pages: CONTENT_SECURITY_POLICY },
    // The list at the caret stands in a console's page. Its address is another in every session, where a browser
    // can do that; Firefox has another for every person.
    web_accessible_resources: [
      {
        resources: ['picker.html'],
        matches: HOSTS_ON_REQUEST,
        ...(isFirefox ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(isFirefox
      ? { browser_specific_settings: { gecko: GECKO } }
      : { minimum_chrome_version: '121', storage: { managed_schema: 'policy-schema.json' } }),
  } as UserManifest;
}

/** Why each permission is here: docs/threat-model.md, kept equal by tests/architecture. */
function describePermissions(isFirefox: boolean) {
  const permissions = ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'alarms', 'notifications'];
  return isFirefox
    ? { permissions, optional_permissions: HOSTS_ON_REQUEST }
    : { permissions: [...permissions, 'sidePanel'], optional_host_permissions: HOSTS_ON_REQUEST };
}

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifest: ({ browser }) => describeManifest(browser),
  webExt: { disabled: true },
  vite: () => ({
    build: { target: 'es2023', modulePreload: { polyfill: false } },
    define: { 'import.meta.env.DESKMATE_EMBEDDINGS': JSON.stringify(HAS_EMBEDDINGS) },
  }),
  hooks: {
    'entrypoints:found': (_wxt, found) => {
      const at = found.findIndex(({ name }) => name === 'embedding-worker');
      if (!HAS_EMBEDDINGS && at >= 0) found.splice(at, 1);
    },
    'build:publicAssets': (wxt, files) => {
      const folder = resolve(wxt.config.root, STARTER_PACKS.sources);
      for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
        files.push({ absoluteSrc: resolve(folder, name), relativeDest: `${STARTER_PACKS.served}/${name}` });
      }
      if (HAS_EMBEDDINGS) files.push(...listRuntimeFiles(wxt.config.root));
    },
  },
});
