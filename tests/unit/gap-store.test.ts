import { describe, expect, test } from 'vitest';
import type { GapEvent, KnowledgeGap } from '../../knowledge/gaps/index.ts';
import { makeKnowledgeBase } from '../support/make-knowledge-base.ts';

const searched = (question: string, contactId = 'c1'): GapEvent => ({
  question,
  source: 'search',
  reason: 'nothing-found',
  contactId,
});
const asked = (question: string, contactId = 'c1'): GapEvent => ({
  question,
  source: 'customer',
  reason: 'unsure',
  contactId,
});

async function openGaps() {
  const { knowledge, clock } = await makeKnowledgeBase();
  const { gaps } = knowledge;
  const listCounts = async () => (await gaps.list()).map(({ question, count }) => `${question} ×${count}`);
  return { gaps, clock, listCounts };
}

describe('noting a gap', () => {
  test('keeps what was asked, where, why and when', async () => {
    const { gaps, clock } = await openGaps();
    await gaps.note(asked('能开纸质发票吗'));
    expect(await gaps.list()).toMatchObject([
      {
        v: 1,
        question: '能开纸质发票吗',
        source: 'customer',
        reason: 'unsure',
        count: 1,
        firstAt: clock(),
        lastAt: clock(),
      },
    ]);
  });

  test('counts what is asked again, in its newest words and for its newest reason', async () => {
    const { gaps, clock } = await openGaps();
    const first = clock();
    await gaps.note(searched('纸质发票'));
    clock.advance(60_000);
    await gaps.note({ ...searched('纸质发票？', 'c2'), reason: 'unsure' });
    expect(await gaps.list()).toMatchObject([
      { question: '纸质发票？', reason: 'unsure', count: 2, firstAt: first, lastAt: first + 60_000 },
    ]);
  });

  test('masks what identifies the customer', async () => {
    const { gaps } = await openGaps();
    await gaps.note(asked('13800138000 的账单呢'));
    expect((await gaps.list())[0]?.question).toBe('[手机号*8000] 的账单呢');
  });

  test.each(['', '2024110512345', '13800138000', '？？', '😀', '退', 'wang@example.com'])(
    'notes nothing for %j',
    async (question) => {
      const { gaps } = await openGaps();
      await gaps.note(searched(question));
      expect(await gaps.list()).toEqual([]);
    },
  );

  test('lists what was asked most first, then the latest', async () => {
    const { gaps, clock, listCounts } = await openGaps();
    for (const [at, question] of ['发票', '换货', '发票', '赠品'].entries()) {
      await gaps.note(asked(question, `c${at}`));
      clock.advance(1);
    }
    expect(await listCounts()).toEqual(['发票 ×2', '赠品 ×1', '换货 ×1']);
  });

  test('forgets the longest unasked when there are more than 1,000', async () => {
    const { gaps, listCounts } = await openGaps();
    const old = Array.from({ length: 1_000 }, (_, at): KnowledgeGap => ({
      id: `search:${at}`,
      v: 1,
      question: `问题${at}`,
      source: 'search',
      reason: 'nothing-found',
      count: 1,
      firstAt: at,
      lastAt: at,
    }));
    await gaps.restore(old);
    await gaps.note(searched('新的'));
    const left = await listCounts();
    expect(left).toHaveLength(1_000);
    expect(left).toContain('新的 ×1');
    expect(left).not.toContain('问题0 ×1');
  });
});

describe('a search that is still being typed', () => {
  test('is one gap, the longest', async () => {
    const { gaps, clock, listCounts } = await openGaps();
    for (const text of ['退款', '退款 运', '退款 运费']) {
      await gaps.note(searched(text));
      clock.advance(2_000);
    }
    expect(await listCounts()).toEqual(['退款 运费 ×1']);
  });

  test('takes nothing from what was searched for before, however long the typing goes on', async () => {
    const { gaps, clock, listCounts } = await openGaps();
    await gaps.note(searched('退款'));
    clock.advance(60_000);
    for (const text of ['退款', '退款运', '退款运费']) {
      await gaps.note(searched(text));
      clock.advance(1_000);
    }
    expect(await listCounts()).toEqual(['退款运费 ×1', '退款 ×1']);
  });

  test('is over after ten seconds', async () => {
    const { gaps, clock, listCounts } = await openGaps();
    await gaps.note(searched('退款'));
    clock.advance(10_001);
    await gaps.note(searched('退款运费'));
    expect(await listCounts()).toEqual(['退款运费 ×1', '退款 ×1']);
  });

  test('has nothing to do with what a customer wrote, nor with other words', async () => {
    const { gaps, listCounts } = await openGaps();
    await gaps.note(asked('退款'));
    await gaps.note(searched('运费'));
    await gaps.note(searched('退款运费'));
    expect(new Set(await listCounts())).toEqual(new Set(['退款 ×1', '退款运费 ×1', '运费 ×1']));
  });
});

describe('one contact', () => {
  test('is counted once for a question, however often it is seen', async () => {
    const { gaps, clock, listCounts } = await openGaps();
    for (const event of [
      asked('能开纸质发票吗'),
      asked('能开纸质发票吗？'),
      searched('发票'),
      searched('发票'),
    ]) {
      await gaps.note(event);
      clock.advance(3_600_000);
    }
    await gaps.note(asked('能开纸质发票吗', 'c2'));
    expect(await listCounts()).toEqual(['能开纸质发票吗 ×2', '发票 ×1']);
  });

  test('that writes line after line has one gap, the whole of it', async () => {
    const { gaps, clock, listCounts } = await openGaps();
    for (const text of ['我要开发票', '我要开发票\n纸质的', '我要开发票\n纸质的\n寄到家里']) {
      await gaps.note(asked(text));
      clock.advance(60_000);
    }
    // A slower window.
    await gaps.note(asked('我要开发票\n纸质的'));
    expect(await listCounts()).toEqual(['我要开发票 纸质的 寄到家里 ×1']);
  });

  test('takes back only its own', async () => {
    const { gaps, clock, listCounts } = await openGaps();
    await gaps.note(asked('我要开发票', 'c2'));
    clock.advance(1);
    await gaps.note(asked('我要开发票'));
    clock.advance(1);
    await gaps.note(asked('我要开发票，纸质的'));
    await gaps.note(asked('我要开发票'));
    expect(await listCounts()).toEqual(['我要开发票，纸质的 ×1', '我要开发票 ×1']);
  });

  test('is not looked for among rows from before contacts were told apart', async () => {
    const { gaps, listCounts } = await openGaps();
    await gaps.note(asked('发票'));
    const [{ contactIds: _contactIds, ...old } = {} as KnowledgeGap] = await gaps.list();
    await gaps.remove([old.id]);
    await gaps.restore([old]);
    await gaps.note(asked('发票'));
    expect(await listCounts()).toEqual(['发票 ×2']);
  });
});

test('removed gaps come back as they were, and what was counted meanwhile stays', async () => {
  const { gaps, listCounts } = await openGaps();
  await gaps.note(asked('发票'));
  await gaps.note(asked('发票', 'c2'));
  await gaps.note(asked('赠品'));
  const all = await gaps.list();
  await gaps.remove(all.map(({ id }) => id));
  expect(await gaps.list()).toEqual([]);
  await gaps.note(asked('赠品'));
  await gaps.restore(all);
  expect(await listCounts()).toEqual(['发票 ×2', '赠品 ×1']);
});
