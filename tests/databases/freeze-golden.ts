/**
 * Freezes today's databases: `node tests/databases/freeze-golden.ts`. Run once after a schema version was
 * raised; a file that is there already is never written again.
 */
import 'fake-indexeddb/auto';
import { existsSync, writeFileSync } from 'node:fs';
import { BUNDLED_ADAPTERS } from '../../knowledge/adapters/index.ts';
import {
  answerApproval,
  noteInRecord,
  openCaseRecord,
  openComplaintCase,
  type Approval,
} from '../../knowledge/complaints/index.ts';
import { createVectorIndex, encodeVectors } from '../../knowledge/embeddings/index.ts';
import { openKnowledgeBase, openModelStore, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { LESSON_KINDS } from '../../knowledge/learning/index.ts';
import { closePromise, confirmPromise } from '../../knowledge/promises/index.ts';
import { buildSegment, encodeSegment } from '../../knowledge/search/index.ts';
import {
  KNOWLEDGE_TABLES,
  MODEL_TABLES,
  SCHEMA_VERSION,
  WORK_TABLES,
} from '../../knowledge/storage/index.ts';
import { makeArticle, makePack } from '../support/make-article.ts';
import { makeAssessment } from '../support/make-contact.ts';
import { agentSays, customerSays, makeConversation, MORNING } from '../support/make-conversation.ts';
import { FOLDER, nameGoldenFile, readAllRows, writeGolden } from './golden-database.ts';

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
await fillModel();
const TABLES = { knowledge: KNOWLEDGE_TABLES, work: WORK_TABLES, model: MODEL_TABLES };
for (const kind of ['knowledge', 'work', 'model'] as const) await freeze(kind);

async function freeze(kind: keyof typeof TABLES): Promise<void> {
  const schemaVersion = SCHEMA_VERSION[kind];
  const file = new URL(nameGoldenFile(kind, schemaVersion), FOLDER);
  if (existsSync(file)) return;
  const rows = await readAllRows(`deskmate-${kind}`);
  const stores = Object.fromEntries(Object.entries(TABLES[kind]).map(([name, { schema }]) => [name, schema]));
  // Nothing writes here yet, but what will be written must survive.
  rows['meta']?.push({ key: 'golden', value: 1 });
  writeFileSync(file, writeGolden({ kind, schemaVersion, stores, rows }));
}

async function fillKnowledge({ adapters, articles, segments, synonyms }: KnowledgeBase): Promise<void> {
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
  await synonyms.add([{ terms: ['套餐', '资费', '月租'] }, { terms: ['log in', 'sign in'] }]);
  const [practice] = BUNDLED_ADAPTERS;
  if (practice) await adapters.save({ ...practice, id: 'our-console', name: 'Our console' });
  await segments.save(encodeSegment(buildSegment(await articles.listChangedSince(0))), now);
}

/** Not a model that runs: what matters is that its bytes come back. */
async function fillModel(): Promise<void> {
  const store = await openModelStore();
  const model = Uint8Array.of(8, 7, 6, 5);
  await store.save({ model, tokenizer: '{"model":{}}', tokenizerConfig: '{}', config: '{}', pooling: '{}' });
  const vectors = createVectorIndex(3);
  vectors.put({ id: 'test-pack.refund', stamp: MORNING }, [Float32Array.of(0.6, 0, -0.8)]);
  await store.saveVectors(encodeVectors(vectors, 'onnx:golden'));
  store.close();
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
  const open = await serve(base, 'chat-open');
  await teach(base, open);
  await complain(base, rated);
}

/** A complaint with something in every part of it, a question that was answered, a promise that is kept and one that is not. */
async function complain({ approvals, cases, openPromises }: KnowledgeBase, contactId: string): Promise<void> {
  const conversationKey = 'golden-chat';
  const opened = openComplaintCase({ id: contactId, conversationKey, playbookId: 'nine-stages' }, now);
  const grant = { decision: 'goodwill', amount: 20, at: now } as const;
  const record = openCaseRecord({
    id: 'golden-case',
    contactId,
    topic: 'misleading-plan',
    severity: 'major',
    quadrant: 'orange',
    demand: '按广告办',
    openedAt: now,
  });
  await cases.change(opened, () => ({
    ...opened,
    family: 'misleading-plan',
    highest: 'major',
    correction: { from: 'major', to: 'critical' },
    moves: [{ stageId: 'listen', afterMessageId: 'm1' }],
    ticks: ['name-feeling'],
    clocks: [{ ruleId: 'major-first-answer', startedAt: now }],
    prompts: [{ ruleId: 'tell-lead', at: now, turn: 1 }],
    closedPrompts: ['tell-lead'],
    mutedRules: ['golden-rule'],
    grants: [grant],
    record: noteInRecord(record, 'receipt', { at: now, who: 'customer', text: '客户电话[手机号*8000]' }),
  }));
  const asked: Approval = {
    id: 'golden-approval',
    v: 1,
    contactId,
    decision: 'goodwill',
    amount: 200,
    reason: 'above-limit',
    askedBy: 'agent',
    needsRole: 'team-lead',
    summary: '请批：补偿 200',
    state: 'asked',
    askedAt: now,
    answeredBy: null,
    answeredAt: null,
  };
  await approvals.save(answerApproval(asked, { state: 'approved', by: '李组长', now: now + MINUTE }));
  const promises = await openPromises();
  const making = { contactId, conversationKey, madeAt: now };
  const read = { words: '我会在今天18点前给您回电', dueAt: now + 60 * MINUTE, action: 'call-back' } as const;
  await promises.add(confirmPromise(read, { ...making, id: 'golden-kept' }));
  await promises.change('golden-kept', (promise) => closePromise(promise, 'done', now + MINUTE));
  await promises.add(confirmPromise({ ...read, dueAt: null }, { ...making, id: 'golden-open' }));
}

/** A lesson of each kind, a gap of each source and reason, one of them asked twice. */
async function teach({ lessons, gaps }: KnowledgeBase, contactId: string): Promise<void> {
  for (const [at, kind] of LESSON_KINDS.entries()) {
    const question = `退款没到，电话13800138000，第${at}次`;
    await lessons.learn({ question, articleId: 'test-pack.refund', contactId, kind });
    now += MINUTE;
  }
  await gaps.note({ question: '能开纸质发票吗', source: 'customer', reason: 'unsure', contactId: 'another' });
  now += MINUTE;
  await gaps.note({ question: '能开纸质发票吗？', source: 'customer', reason: 'unsure', contactId });
  await gaps.note({ question: '纸质发票', source: 'search', reason: 'nothing-found', contactId });
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
