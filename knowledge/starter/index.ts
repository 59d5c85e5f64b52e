export { ensureStarterKnowledge, STARTER_PACKS } from './ensure-starter-knowledge.ts';
