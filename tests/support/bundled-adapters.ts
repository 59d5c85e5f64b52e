import { BUNDLED_ADAPTERS, type ConsoleAdapter } from '../../knowledge/adapters/index.ts';

export function findBundled(id: string): ConsoleAdapter {
  const adapter = BUNDLED_ADAPTERS.find((bundled) => bundled.id === id);
  if (!adapter) throw new Error(`no adapter is called ${id}`);
  return adapter;
}
