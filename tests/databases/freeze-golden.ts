/**
 * Freezes today's databases: `node tests/databases/freeze-golden.ts`. Run once after a schema version was
 * raised; a file that is there already is never written again.
 */
import 'fake-indexeddb/auto';
import { existsSync, writeFileSync } from 'node:fs';
import { openKnowledgeBase, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { buildSegment, encodeSegment } from '../../knowledge/search/index.ts';
import { KNOWLEDGE_TABLES, SCHEMA_VERSION, WORK_TABLES } from '../../knowledge/storage/index.ts';
import { makeArticle, makePack } from '../support/make-article.ts';
import { makeAssessment } from '../support/make-contact.ts';
import { agentSays, customerSays, makeConversation, MORNING } from '../support/make-conversation.ts';
import { FOLDER, nameGoldenFile, readAllRows, writeGolden, type DatabaseKind } from './golden-database.ts';

const MINUTE = 60_000;
let now = MORNING;
let lastId = 0;

const knowledge = await openKnowledgeBase({
  clock: () => now,
  newId: () => `01KAGOLDEN${String((lastId += 1)).padStart(16, '0')}`,
});
await fillKnowledge(knowledge);
await fillWork(knowledge);
knowledge.close();
const TABLES = { knowledge: KNOWLEDGE_TABLES, work: WORK_TABLES };
for (const kind of ['knowledge', 'work'] as const) await freeze(kind);

async function freeze(kind: DatabaseKind): Promise<void> {
  const schemaVersion = SCHEMA_VERSION[kind];
  const file = new URL(nameGoldenFile(kind, schemaVersion), FOLDER);
  if (existsSync(file)) return;
  const rows = await readAllRows(`deskmate-${kind}`);
  const stores = Object.fromEntries(Object.entries(TABLES[kind]).map(([name, { schema }]) => [name, schema]));
  // Nothing writes here yet, but what will be written must survive.
  rows['meta']?.push({ key: 'golden', value: 1 });
  writeFileSync(file, writeGolden({ kind, schemaVersion, stores, rows }));
}

async function fillKnowledge({ articles, segments }: KnowledgeBase): Promise<void> {
  const refund = makeArticle({
    id: 'test-pack.refund',
    internalNote: '先核对订单',
    complaintFamily: 'refund',
  });
  const retired = makeArticle({ id: 'test-pack.retired', title: '旧活动' });
  await articles.installPack(makePack({ articles: [refund, retired] }));
  now += MINUTE;
  await articles.installPack(makePack({ version: 2, articles: [refund] }));
  const own = makeArticle({
    id: '01KAGOLDENARTICLE000000001',
    locale: 'en',
    title: 'Refund not received',
    aliases: ['where is my money'],
    confidence: 'work-in-progress',
    severityHint: 'urgent',
  });
  await articles.put([own], 'our-team');
  await segments.save(encodeSegment(buildSegment(await articles.listChangedSince(0))), now);
}

/** One contact in each state a contact can be in. */
async function fillWork(base: KnowledgeBase): Promise<void> {
  const rated = await serve(base, 'chat-rated');
  await base.contacts.end(rated, 'closed-by-agent');
  await base.assessments.save(makeAssessment({ contactId: rated, note: '客户电话[手机号*8000]' }));
  const skipped = await serve(base, 'chat-skipped');
  await base.contacts.end(skipped, 'conversation-changed');
  await base.contacts.skipWrapUp(skipped);
  await serve(base, 'chat-idle');
  now += 20 * MINUTE;
  await base.contacts.endIdle(10 * MINUTE);
  await serve(base, 'chat-open');
}

async function serve(base: KnowledgeBase, id: string): Promise<string> {
  const key = await base.deriveConversationKey('practice', id);
  const asked = [customerSays('m1', '退款没到', now)];
  const contactId = (await base.contacts.record(key, makeConversation(asked, { id })))?.id ?? '';
  for (const [at, outcome] of (['shown', 'opened', 'dismissed', 'inserted'] as const).entries()) {
    await base.suggestionRecords.record({ contactId, turnId: 'm1', articleIds: [`test.${at}`], outcome });
  }
  now += MINUTE;
  const answered = makeConversation([...asked, agentSays('m2', '我查一下', now)], { id });
  await base.contacts.record(key, answered);
  return contactId;
}
