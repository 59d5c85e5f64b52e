/** The runtime is loaded when it is wanted, from the extension's own files, and only if the build has it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createRuntimeLoader, RUNTIME_FILES } from '../../../knowledge/embeddings/index.ts';
import { listRuntimeFiles } from '../../../scripts/embeddings/extension-files.ts';
import { describeManifest } from '../../architecture/support/manifest.ts';

const ROOT = join(import.meta.dirname, '../../..');

function makeAccess() {
  const asked: string[] = [];
  const modules: Record<string, unknown> = {
    [RUNTIME_FILES.onnx]: { env: { wasm: {} } },
    [RUNTIME_FILES.tokenizers]: { Tokenizer: Map },
  };
  return {
    asked,
    importModule: (path: string) => {
      asked.push(path);
      return Promise.resolve(modules[path]);
    },
    readBytes: (path: string) => {
      asked.push(path);
      return Promise.resolve(Uint8Array.of(1));
    },
  };
}

describe('loading', () => {
  test('asks for nothing before it is wanted, then for each file once', async () => {
    const access = makeAccess();
    const load = createRuntimeLoader(access);
    expect(access.asked).toEqual([]);
    const [first, second] = await Promise.all([load(), load()]);
    expect(second).toBe(first);
    expect(access.asked.toSorted()).toEqual(Object.values(RUNTIME_FILES).toSorted());
    // With the bytes in hand and one thread the runtime has nothing to fetch and no worker to start.
    expect(first.onnx.env.wasm).toEqual({ numThreads: 1, wasmBinary: Uint8Array.of(1) });
  });

  test('fails by name, and may be tried again', async () => {
    const access = makeAccess();
    let isThere = false;
    const load = createRuntimeLoader({
      ...access,
      importModule: (path) => (isThere ? access.importModule(path) : Promise.reject(new TypeError('404'))),
    });
    await expect(load()).rejects.toMatchObject({ name: 'EmbedderError', reason: 'runtime-missing' });
    isThere = true;
    await expect(load()).resolves.toHaveProperty('Tokenizer');
  });
});

describe('the build', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  const readPolicy = async () => {
    const { describeManifest: describeAnew } = await import('../../architecture/support/manifest.ts');
    const { content_security_policy: policy } = await describeAnew('chrome');
    return typeof policy === 'object' ? policy.extension_pages : policy;
  };

  test('finds every file that it would carry', () => {
    const files = listRuntimeFiles(ROOT);
    expect(files.map(({ relativeDest }) => relativeDest).toSorted()).toEqual(
      Object.values(RUNTIME_FILES).toSorted(),
    );
    expect(files.filter(({ absoluteSrc }) => !existsSync(absoluteSrc))).toEqual([]);
  });

  test('lets WebAssembly run when it was asked for, and nothing more', async () => {
    const { content_security_policy: usual } = await describeManifest('chrome');
    vi.stubEnv('DESKMATE_EMBEDDINGS', '1');
    vi.resetModules();
    const policy = await readPolicy();
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect({ extension_pages: policy?.replace(" 'wasm-unsafe-eval'", '') }).toEqual(usual);
  });
});
