/** What an agent may not offer alone is asked for first, and never silently stopped. */
import { configure, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { useComplaintStore } from '../../components/state/complaint-store.ts';
import { agentRole } from '../../utils/settings/settings.ts';
import { answerInsertions } from '../support/assist-harness.tsx';
import { ComplaintHarness, makeTalkReading } from '../support/complaint-harness.tsx';
import { makeContact, openFakeRecords, type FakeRecords } from '../support/fake-records.ts';
import { makeAnswer, makeFakeSearch, makeHit } from '../support/fake-search.ts';
import { makeArticle } from '../support/make-article.ts';
import { customerSays } from '../support/make-conversation.ts';
import { renderInApp } from '../support/render-in-app.tsx';

configure({ asyncUtilTimeout: 5_000 });

const WORDS = '衣服破了个洞，我要投诉，你们必须赔我！电话13812345678';

let fake: FakeRecords;

beforeEach(async () => {
  fake = await openFakeRecords();
  await fake.addContact(makeContact({ state: 'open', endedAt: null, endReason: null, wrapUp: 'none' }));
});

async function renderOffer(text: string, draft = '') {
  await fake.records.articles.put(
    [
      makeArticle({
        id: 'a.offer',
        title: '补偿',
        locale: 'zh-CN',
        tags: [],
        replies: [{ tone: 'warm', text }],
      }),
    ],
    'test-pack',
  );
  const { search } = makeFakeSearch({ [WORDS]: makeAnswer(makeHit('a.offer')) });
  const app = await renderInApp(
    <ComplaintHarness
      search={search}
      reading={makeTalkReading([customerSays('m1', WORDS)])}
      contactId="contact-1"
      draft={draft}
    />,
    { locale: 'zh-CN', records: fake.records },
  );
  await waitFor(() => expect(useComplaintStore.getState().guard).not.toBeNull());
  return app;
}

async function pressAsk(user: UserEvent): Promise<HTMLElement> {
  await user.click(await screen.findByRole('button', { name: '请示' }));
  return screen.findByRole('dialog', { name: '先请示一下' });
}

const listApprovals = async () => fake.records.approvals.listForContact('contact-1');

it('lets through what the role may offer, and counts it as granted', async () => {
  const texts = answerInsertions();
  const { user } = await renderOffer('给您补偿20元，您看可以吗？');
  await user.click(await screen.findByRole('button', { name: '插入' }));
  await waitFor(() => expect(texts).toHaveLength(1));
  await waitFor(async () =>
    expect((await fake.records.cases.find('contact-1'))?.grants).toMatchObject([
      { decision: 'goodwill', amount: 20 },
    ]),
  );
});

it('asks above the limit: why, whom, with a masked summary; after a yes it goes in', async () => {
  const texts = answerInsertions();
  const { user } = await renderOffer('给您补偿200元，您看可以吗？');
  const dialog = await pressAsk(user);
  expect(dialog).toHaveTextContent(/善意补偿：超出单笔额度（上限 30 CNY）/);
  expect(dialog).toHaveTextContent(/可以定的人：/);
  expect(dialog).toHaveTextContent(/请批：善意补偿 200/);
  expect(dialog).not.toHaveTextContent('13812345678');
  expect(texts).toEqual([]);

  await user.type(within(dialog).getByRole('textbox', { name: '谁答复的' }), '李组长');
  await user.click(within(dialog).getByRole('button', { name: '已批准，插入' }));
  await waitFor(() => expect(texts).toEqual(['给您补偿200元，您看可以吗？']));
  await waitFor(async () =>
    expect(await listApprovals()).toMatchObject([
      { state: 'approved', answeredBy: '李组长', amount: 200, askedBy: 'agent' },
    ]),
  );
  // What was approved needs no second question.
  expect(await screen.findByRole('button', { name: '插入' })).toBeVisible();
});

it('does not go in after a no, and keeps who said so', async () => {
  const texts = answerInsertions();
  const { user } = await renderOffer('给您补偿200元，您看可以吗？');
  const dialog = await pressAsk(user);
  await user.type(within(dialog).getByRole('textbox', { name: '谁答复的' }), '李组长');
  await user.click(within(dialog).getByRole('button', { name: '没批准' }));
  await waitFor(async () => expect(await listApprovals()).toMatchObject([{ state: 'refused' }]));
  expect(texts).toEqual([]);
});

it('waits for the answer, and shows the same question again', async () => {
  answerInsertions();
  const { user } = await renderOffer('给您补偿200元，您看可以吗？');
  const dialog = await pressAsk(user);
  await user.click(within(dialog).getByRole('button', { name: '等答复' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await pressAsk(user);
  expect(await listApprovals()).toMatchObject([{ state: 'asked' }]);
});

it('asks what it comes to where the words do not say, and lets it go when that is within the limit', async () => {
  const texts = answerInsertions();
  const { user } = await renderOffer('给您全额退款，您看可以吗？');
  const dialog = await pressAsk(user);
  await user.type(within(dialog).getByRole('textbox', { name: '合多少钱？' }), '88');
  await user.click(within(dialog).getByRole('button', { name: '看看能不能定' }));
  await waitFor(() => expect(texts).toHaveLength(1));
  await waitFor(async () =>
    expect(await listApprovals()).toMatchObject([{ state: 'withdrawn', amount: 88 }]),
  );
});

it('lets a manager offer more', async () => {
  await agentRole.setValue('manager');
  const texts = answerInsertions();
  const { user } = await renderOffer('给您补偿200元，您看可以吗？');
  await user.click(await screen.findByRole('button', { name: '插入' }));
  await waitFor(() => expect(texts).toHaveLength(1));
});

it('says so of a draft too', async () => {
  const { user } = await renderOffer('好的。', '那我赔您500元吧');
  expect(await screen.findByText(/草稿里的“那我赔您500元吧”超出你的权限/)).toBeVisible();
  await pressAsk(user);
});
