import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { formatReply } from '../../utils/text/format-reply.ts';
import { AssistHarness, answerInsertions, makeTabReading } from '../support/assist-harness.tsx';
import { openFakeRecords, type FakeRecords } from '../support/fake-records.ts';
import { makeAnswer, makeFakeSearch, makeHit } from '../support/fake-search.ts';
import { makeArticle } from '../support/make-article.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const TURN = '钱怎么还没退回来';
const TEXT = '{{客户称呼|您}}好，{{时间}}前答复您，最晚{{日期:今天+3}}。';

let fake: FakeRecords;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 22, 10) });
  fake = await openFakeRecords();
  const replies = [{ tone: 'warm' as const, text: TEXT }];
  await fake.records.articles.put([makeArticle({ id: 'a.refund', replies })], 'test-pack');
  return () => vi.useRealTimers();
});

async function openPanel() {
  const texts = answerInsertions();
  const { search } = makeFakeSearch({ [TURN]: makeAnswer(makeHit('a.refund')) });
  const app = await renderInApp(<AssistHarness search={search} reading={makeTabReading(TURN)} />, {
    records: fake.records,
  });
  const card = await screen.findByRole('group', { name: /^1\./ });
  const goTo = (conversationId: string) => {
    const reading = makeTabReading(TURN);
    const conversation = reading.conversation && { ...reading.conversation, id: conversationId };
    app.rerender(<AssistHarness search={search} reading={{ ...reading, conversation }} />);
  };
  /** Another insertion within a second is the same wish. */
  const waitABit = () => vi.setSystemTime(Date.now() + 2_000);
  return { ...app, texts, card, goTo, waitABit, shown: () => texts.map((text) => formatReply(text).text) };
}

const findForm = () => screen.findByRole('form', { name: 'Fill these in' });

describe('slots, from the card to the console', () => {
  it('by keyboard alone: what nobody knows is asked for, the rest is filled', async () => {
    const { user, card, shown } = await openPanel();
    card.focus();
    await user.keyboard('{Enter}');
    await findForm();
    expect(shown()).toEqual([]);
    await user.keyboard('三点{Enter}');
    await vi.waitFor(() => expect(shown()).toEqual(['王女士好，三点前答复您，最晚11月25日。']));
  });

  it('Escape goes back to the card, with nothing inserted', async () => {
    const { user, card, shown } = await openPanel();
    card.focus();
    await user.keyboard('{Enter}');
    await findForm();
    await user.keyboard('三{Escape}');
    expect(screen.queryByRole('form', { name: 'Fill these in' })).toBeNull();
    expect(card).toHaveFocus();
    expect(shown()).toEqual([]);
  });

  it('what was promised is offered again in the same contact, and never to another customer', async () => {
    const { user, card, shown, goTo, waitABit } = await openPanel();
    card.focus();
    await user.keyboard('{Enter}');
    await findForm();
    await user.keyboard('三点{Enter}');
    await vi.waitFor(() => expect(shown()).toHaveLength(1));
    waitABit();
    const again = async () => {
      (await screen.findByRole('group', { name: /^1\./ })).focus();
      await user.keyboard('{Enter}');
      await findForm();
      return screen.getByLabelText('时间');
    };
    expect(await again()).toHaveValue('三点');
    goTo('somebody-else');
    await vi.waitFor(() => expect(screen.queryByRole('form', { name: 'Fill these in' })).toBeNull());
    expect(await again()).toHaveValue('');
  });

  it('what was changed in the preview goes out as it is, whatever it looks like', async () => {
    const { user, texts, shown } = await openPanel();
    await user.click(await screen.findByRole('button', { name: /^客户称呼/ }));
    await screen.findByRole('textbox', { name: '客户称呼' });
    await user.keyboard('**王** [[x](https://a.example){Enter}');
    await user.click(screen.getByRole('button', { name: /^时间/ }));
    await screen.findByRole('textbox', { name: '时间' });
    await user.keyboard('{{{{订单号}}{Enter}');
    await user.keyboard('{Enter}');
    const [first] = await vi.waitFor(() => {
      expect(texts).toHaveLength(1);
      return texts;
    });
    expect(shown()).toEqual(['**王** [x](https://a.example)好，{{订单号}}前答复您，最晚11月25日。']);
    expect(formatReply(first ?? '').addresses).toEqual([]);
  });
});
