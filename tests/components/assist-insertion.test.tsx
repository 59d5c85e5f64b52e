import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { TabReading } from '../../knowledge/contracts/index.ts';
import type { InsertionResult, InsertReplyCommand } from '../../knowledge/conversation/index.ts';
import { linePolicy } from '../../utils/settings/settings.ts';
import { AssistHarness, makeTabReading } from '../support/assist-harness.tsx';
import { openFakeRecords, type FakeRecords } from '../support/fake-records.ts';
import { makeAnswer, makeFakeSearch, makeHit } from '../support/fake-search.ts';
import { makeArticle } from '../support/make-article.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const TURN = '钱怎么还没退回来';
const REPLY = '您的退款已经在路上了哦。\n**三天**内到账。';

let fake: FakeRecords;

beforeEach(async () => {
  fake = await openFakeRecords();
  const replies = [{ tone: 'warm' as const, text: REPLY }];
  await fake.records.articles.put([makeArticle({ id: 'a.refund', replies })], 'test-pack');
});
afterEach(() => vi.restoreAllMocks());

/** A console that gives these answers, one after the other. @returns the commands it got */
function answerInTurn(...answers: InsertionResult[]): InsertReplyCommand[] {
  const commands: InsertReplyCommand[] = [];
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(((
    _tabId: number,
    { data }: { data: InsertReplyCommand },
    _to: object,
    done: (answer: object) => void,
  ) => {
    commands.push(data);
    done({ res: answers[commands.length - 1] });
  }) as never);
  return commands;
}

async function renderCard(change: Partial<TabReading> = {}) {
  const { search } = makeFakeSearch({ [TURN]: makeAnswer(makeHit('a.refund')) });
  const reading = { ...makeTabReading(TURN), ...change };
  const { user } = await renderInApp(<AssistHarness search={search} reading={reading} />, {
    records: fake.records,
  });
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
  return { user, press };
}

it('joins lines without a question, and says so', async () => {
  const commands = answerInTurn({ ok: true, text: '', isJoined: true });
  const { press } = await renderCard();
  await press('Insert');
  expect(await screen.findByText(/as one line/)).toBeVisible();
  expect(commands).toMatchObject([{ text: REPLY, lines: 'join' }]);
});

it.each([
  ['Insert as one line', 'join'],
  ['Insert as it is', 'split'],
])('asks first where a person wants that: %s', async (offer, lines) => {
  await linePolicy.setValue('ask');
  const commands = answerInTurn({ ok: false, reason: 'would-split' }, { ok: true, text: '' });
  const { press } = await renderCard();
  await press('Insert');
  expect(await screen.findByText(/goes out as 2 messages/)).toBeVisible();
  await press(offer);
  expect(await screen.findByText(/^In the message box/)).toBeVisible();
  expect(commands).toMatchObject([{ lines: 'ask' }, { lines }]);
  expect(new Set(commands.map(({ requestId }) => requestId)).size).toBe(2);
});

it('offers to copy what did not go in, without its marks', async () => {
  answerInTurn({ ok: false, reason: 'not-inserted' });
  const { user, press } = await renderCard();
  const write = vi.spyOn(navigator.clipboard, 'writeText');
  await press('Insert');
  await screen.findByText(/press Ctrl V/);
  await user.click(screen.getAllByRole('button', { name: 'Copy' }).at(-1) as HTMLElement);
  expect(write).toHaveBeenCalledWith('您的退款已经在路上了哦。\n三天内到账。');
  expect(await screen.findByText('Copied.')).toBeVisible();
});

it('says before inserting that it stays inside the team, and holds the console to it', async () => {
  const commands = answerInTurn({ ok: true, text: '' });
  const { press } = await renderCard({ isPrivateNote: true });
  await press('Insert in note');
  await screen.findByText(/^In the message box/);
  expect(commands).toMatchObject([{ isPrivateNote: true }]);
});
