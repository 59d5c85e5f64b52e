import { describe, expect, it } from 'vitest';
import { DAY } from '../../utils/time/clock.ts';
import {
  countContacts,
  developCase,
  keepGrant,
  keepRecord,
  listGrants,
  loadComplaintRules,
  moveStage,
  openComplaintCase,
  settleLevel,
  toggleTick,
  type Approval,
  type ComplaintCase,
} from '../../knowledge/complaints/index.ts';
import { makeKnowledgeBase } from '../support/make-knowledge-base.ts';
import { MORNING } from '../support/make-conversation.ts';

function makeCase(change: Partial<ComplaintCase> = {}): ComplaintCase {
  const opening = { id: 'contact-1', conversationKey: 'key-1', playbookId: 'nine-stages' };
  return { ...openComplaintCase(opening, MORNING), ...change };
}

describe('cases', () => {
  it('are opened by their first change, and changed in place after that', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    const move = { stageId: 'calm', afterMessageId: 'm1' };
    await knowledge.cases.change(makeCase(), (known) => moveStage(known, move));
    clock.advance(DAY);
    await knowledge.cases.change(makeCase(), (known) => toggleTick(known, 'apologise'));
    expect(await knowledge.cases.find('contact-1')).toMatchObject({
      moves: [move],
      ticks: ['apologise'],
      openedAt: MORNING,
      changedAt: MORNING + DAY,
    });
  });

  it('lose nothing when two windows change one at the same moment', async () => {
    const { knowledge } = await makeKnowledgeBase();
    const ids = Array.from({ length: 20 }, (_, at) => `must-${at}`);
    await Promise.all(ids.map((id) => knowledge.cases.change(makeCase(), (known) => toggleTick(known, id))));
    expect((await knowledge.cases.find('contact-1'))?.ticks.toSorted()).toEqual(ids.toSorted());
  });

  it('write nothing where nothing changed', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.cases.change(makeCase(), (known) => toggleTick(known, 'apologise'));
    clock.advance(DAY);
    await knowledge.cases.change(makeCase(), (known) => known);
    expect((await knowledge.cases.find('contact-1'))?.changedAt).toBe(MORNING);
  });

  it('of one chat are found together, oldest first', async () => {
    const { knowledge } = await makeKnowledgeBase();
    const later = makeCase({ id: 'contact-2', openedAt: MORNING + DAY });
    const other = makeCase({ id: 'contact-3', conversationKey: 'key-2' });
    for (const one of [later, makeCase(), other]) {
      await knowledge.cases.change(one, (known) => ({ ...known, ticks: ['x'] }));
    }
    const found = await knowledge.cases.listForConversation('key-1');
    expect(found.map(({ id }) => id)).toEqual(['contact-1', 'contact-2']);
  });
});

describe('approvals', () => {
  it('are kept by contact, and an answer replaces the question', async () => {
    const { knowledge } = await makeKnowledgeBase();
    const asked: Approval = {
      id: 'approval-1',
      v: 1,
      contactId: 'contact-1',
      decision: 'goodwill',
      amount: 200,
      reason: 'above-limit',
      askedBy: 'agent',
      needsRole: 'team-lead',
      summary: '请批',
      state: 'asked',
      askedAt: MORNING,
      answeredBy: null,
      answeredAt: null,
    };
    await knowledge.approvals.save(asked);
    await knowledge.approvals.save({ ...asked, id: 'approval-2', contactId: 'contact-2' });
    await knowledge.approvals.save({ ...asked, state: 'approved', answeredBy: '李', answeredAt: MORNING });
    expect(await knowledge.approvals.listForContact('contact-1')).toMatchObject([
      { id: 'approval-1', state: 'approved', answeredBy: '李' },
    ]);
  });
});

describe('the level that counts', () => {
  it.each([
    { judged: 'major', correction: null, counts: 'major' },
    { judged: 'major', correction: { from: 'major', to: 'ordinary' }, counts: 'ordinary' },
    { judged: 'ordinary', correction: { from: 'major', to: 'ordinary' }, counts: 'ordinary' },
    { judged: 'critical', correction: { from: 'major', to: 'ordinary' }, counts: 'critical' },
    { judged: 'none', correction: { from: 'none', to: 'major' }, counts: 'major' },
    { judged: 'ordinary', correction: { from: 'none', to: 'critical' }, counts: 'critical' },
  ] as const)('$judged with $correction is $counts', ({ judged, correction, counts }) => {
    expect(settleLevel(judged, correction)).toBe(counts);
  });
});

describe('what a case adds up', () => {
  it('counts contacts about the same thing within thirty days', () => {
    const now = MORNING + 40 * DAY;
    const cases = [
      makeCase({ id: 'long-ago', family: 'billing', openedAt: MORNING }),
      makeCase({ id: 'earlier', family: 'billing', openedAt: now - DAY }),
      makeCase({ id: 'other', family: 'invoice', openedAt: now - DAY }),
      makeCase({ id: 'now', family: 'billing', openedAt: now }),
    ];
    expect(countContacts(cases, { id: 'now', family: 'billing' }, now)).toBe(2);
    expect(countContacts(cases, { id: 'now', family: null }, now)).toBeNull();
  });

  it('keeps one grant of each kind and amount, and knows whose case it was', () => {
    const grant = { decision: 'goodwill', amount: 20, at: MORNING } as const;
    const once = keepGrant(makeCase(), grant);
    expect(keepGrant(once, { ...grant, at: MORNING + 1 })).toBe(once);
    const other = makeCase({ id: 'contact-2', grants: [grant] });
    expect(listGrants([once, other], 'contact-1').map(({ isThisCase }) => isThisCase)).toEqual([true, false]);
  });

  it('starts the level’s own clocks, and those of law for telecom complaints only', async () => {
    const { clocks: rules } = await loadComplaintRules();
    const events = [
      { event: 'complaint-received', at: MORNING },
      { event: 'severity-set', at: MORNING },
    ] as const;
    const development = { judged: 'major', level: 'major', events, rules } as const;
    const chosenClocks = ['target-major-answer'];
    const start = (family: string) =>
      developCase(makeCase(), { ...development, family, chosenClocks }).clocks.map(({ ruleId }) => ruleId);
    expect(start('billing').toSorted()).toEqual(['cn-telecom-operator-answer', 'target-major-answer']);
    expect(start('invoice')).toEqual(['target-major-answer']);
  });

  it('has a record from “major” on, masked, and notes the same thing once', () => {
    const opening = { topic: '账单', demand: '退我钱，电话13812345678', entries: [] };
    const lesser = { ...opening, judgement: { level: 'ordinary', quadrant: 'blue' } } as const;
    expect(keepRecord(makeCase(), lesser).record).toBeNull();
    const entry = { at: MORNING, who: 'customer', text: '多扣了200' } as const;
    const severe = {
      ...opening,
      judgement: { level: 'major', quadrant: 'red' },
      entries: [{ clause: 'receipt', entry }],
    } as const;
    const kept = keepRecord(makeCase(), severe);
    expect(kept.record).toMatchObject({ severity: 'major', quadrant: 'red' });
    expect(kept.record?.demand).not.toContain('13812345678');
    expect(keepRecord(kept, severe)).toBe(kept);
  });
});
