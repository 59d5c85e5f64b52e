import { knowledgePackSchema } from '../contracts/index.ts';
import type { KnowledgePack } from '../articles/index.ts';

/** Packs that come with the extension; files in `knowledge/starter/packs`, served under `/packs/`. */
export const STARTER_PACKS = [
  { id: 'telecom', version: 1 },
  { id: 'ecommerce', version: 1 },
  { id: 'service-basics', version: 1 },
  { id: 'service-basics-en', version: 1 },
] as const;

export interface StarterSources {
  listInstalled(): Promise<{ id: string; version: number }[]>;
  /** The pack file's JSON, unchecked. */
  fetchPack(id: string): Promise<unknown>;
  installPack(pack: KnowledgePack): Promise<void>;
}

/**
 * Installs bundled packs that are missing or older. Each pack is one transaction, so being killed half
 * way only means that the next start goes on.
 *
 * @returns how many packs were installed now
 * @throws ZodError for a pack that does not fit the schema, StorageError when it cannot be written
 */
export async function ensureStarterKnowledge(sources: StarterSources): Promise<number> {
  const installed = new Map((await sources.listInstalled()).map(({ id, version }) => [id, version]));
  const due = STARTER_PACKS.filter(({ id, version }) => (installed.get(id) ?? 0) < version);
  for (const { id } of due) {
    await sources.installPack(knowledgePackSchema.parse(await sources.fetchPack(id)));
  }
  return due.length;
}
