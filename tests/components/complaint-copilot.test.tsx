/** The co-pilot on real rules, real signals and a real database: what an angry customer's words make of the panel. */
import { configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useComplaintStore } from '../../components/state/complaint-store.ts';
import type { Message } from '../../knowledge/conversation/index.ts';
import {
  ComplaintHarness,
  makeTalkReading,
  type ComplaintHarnessProps,
} from '../support/complaint-harness.tsx';
import { makeContact, openFakeRecords, type FakeRecords } from '../support/fake-records.ts';
import { makeAnswer, makeFakeSearch, makeHit } from '../support/fake-search.ts';
import { makeArticle } from '../support/make-article.ts';
import { agentSays, customerSays } from '../support/make-conversation.ts';
import { findAccessProblems, findBrokenTexts, LOCALES } from '../support/render-checks.tsx';
import { renderInApp, type AppOptions } from '../support/render-in-app.tsx';

const FURIOUS = '你们太过分了！！三天前退的货钱还没退，再不处理我就打12315投诉你们！';
const CALM_DOWN = 'svc.calm';

// The rules and the model are read from files; how fast that is, is not the question here.
configure({ asyncUtilTimeout: 5_000 });

let fake: FakeRecords;

beforeEach(async () => {
  fake = await openFakeRecords();
  await fake.addContact(makeContact({ state: 'open', endedAt: null, endReason: null, wrapUp: 'none' }));
  const calm = makeArticle({
    id: CALM_DOWN,
    title: '先安抚客户',
    locale: 'zh-CN',
    tags: ['calm', '安抚'],
    replies: [{ tone: 'warm', text: '非常理解您现在的心情，这件事我来负责跟进。' }],
  });
  const refund = makeArticle({ id: 'a.refund', title: '退款到账时间', locale: 'zh-CN', tags: ['退款'] });
  await fake.records.articles.put([calm, refund], 'test-pack');
});

async function renderTalk(
  messages: Message[],
  options: Partial<ComplaintHarnessProps> & Pick<AppOptions, 'locale'> = {},
) {
  const { locale = 'zh-CN', ...props } = options;
  const { search } = makeFakeSearch({
    [messages.at(-1)?.text ?? '']: makeAnswer(makeHit('a.refund')),
    'tag:calm': makeAnswer(makeHit(CALM_DOWN)),
  });
  const draw = (reading = makeTalkReading(messages), change: Partial<ComplaintHarnessProps> = {}) => (
    <ComplaintHarness search={search} contactId="contact-1" {...props} reading={reading} {...change} />
  );
  const app = await renderInApp(draw(), { locale, records: fake.records });
  return {
    ...app,
    next: (more: Message[], change: Partial<ComplaintHarnessProps> = {}) =>
      app.rerender(draw(makeTalkReading(more), change)),
  };
}

const findChip = (name: RegExp) => screen.findByRole('button', { name });
const readCase = () => fake.records.cases.find('contact-1');

describe('an angry customer', () => {
  it('is noticed: signals under the line, the level in the bar, the stage under the cards', async () => {
    await renderTalk([customerSays('m1', FURIOUS)]);
    const chips = await screen.findByRole('list', { name: '客户话里的信号' });
    expect(await within(chips).findByRole('button', { name: '找监管部门' })).toBeVisible();
    expect(await findChip(/^重大/)).toHaveAttribute('data-level', 'major');
    expect(await screen.findByRole('button', { current: 'step' })).toHaveAccessibleName(/安抚/);
    const line = screen.getByLabelText('客户说');
    expect([...line.querySelectorAll('mark')].map((mark) => mark.textContent).join()).toContain('12315');
  });

  it('brings the stage’s own script first from the next turn on; what was shown already stays', async () => {
    const listCards = () =>
      screen.getAllByRole('heading', { level: 3 }).flatMap(({ textContent }) => textContent ?? []);
    const first = customerSays('m1', FURIOUS);
    const { next } = await renderTalk([first]);
    await screen.findByRole('heading', { name: /2\. 安抚/ });
    await waitFor(() => expect(useComplaintStore.getState().situation).not.toBeNull());
    expect(listCards()).toContain('1. 退款到账时间');

    next([first, agentSays('m2', '我看一下'), customerSays('m3', FURIOUS)]);
    await waitFor(() =>
      expect(listCards()).toEqual(expect.arrayContaining(['1. 先安抚客户', '2. 退款到账时间'])),
    );
  });

  it('starts the clocks of the level, and opens a record', async () => {
    await renderTalk([customerSays('m1', FURIOUS)]);
    await waitFor(async () => expect((await readCase())?.record?.severity).toBe('major'));
    const kept = await readCase();
    expect(kept?.clocks.map(({ ruleId }) => ruleId)).toContain('target-major-answer');
    expect(kept?.record?.clauses.receipt.map(({ text }) => text)).toEqual([FURIOUS]);
    expect(await screen.findByRole('list', { name: '时限' })).toHaveTextContent(
      /重大：首次答复还有 1[12] 小时/,
    );
  });

  it('says by which words and which rule, and can be told to be silent', async () => {
    const { user } = await renderTalk([customerSays('m1', FURIOUS)]);
    await user.click(await screen.findByRole('button', { name: '找监管部门' }));
    expect(await screen.findByText(/因为这些话：.*12315/)).toBeVisible();
    expect(screen.getByText(/规则 zh\./)).toBeVisible();
    await user.click(screen.getByRole('button', { name: '这次不再提醒' }));
    await waitFor(async () => expect((await readCase())?.mutedRules).toHaveLength(1));
  });
});

describe('the level', () => {
  it('is the agent’s to correct, kept, and raised again by what is worse', async () => {
    const { user, next } = await renderTalk([customerSays('m1', FURIOUS)]);
    await user.click(await findChip(/^重大/));
    expect(await screen.findByText(/扬言找监管/)).toBeVisible();
    await user.click(screen.getByRole('radio', { name: '一般' }));
    expect(await findChip(/^一般/)).toHaveAttribute('data-level', 'ordinary');
    next([
      customerSays('m1', FURIOUS),
      agentSays('m2', '您好'),
      customerSays('m3', '我刚才已经打12315投诉了！'),
    ]);
    expect(await findChip(/^紧急/)).toHaveAttribute('data-level', 'critical');
  });

  it('is announced to those who do not see it', async () => {
    await renderTalk([customerSays('m1', FURIOUS)]);
    const said = await screen.findByText('投诉等级：重大');
    expect(said.closest('[role="status"]')).not.toBeNull();
  });
});

describe('stages', () => {
  it('move by key and by click, and are kept', async () => {
    const { user } = await renderTalk([customerSays('m1', FURIOUS)]);
    await screen.findByRole('button', { current: 'step', name: /安抚/ });
    await user.keyboard('{Alt>}[BracketRight]{/Alt}');
    expect(await screen.findByRole('button', { current: 'step', name: /倾听/ })).toBeVisible();
    await user.click(screen.getByRole('button', { name: /方案/ }));
    expect(await screen.findByRole('button', { current: 'step', name: /方案/ })).toBeVisible();
    await waitFor(async () => expect((await readCase())?.moves.at(-1)?.stageId).toBe('resolve'));
  });

  it('tick what was said, also in the draft, and warn of what is better left unsaid', async () => {
    const { next } = await renderTalk([customerSays('m1', FURIOUS)]);
    const feeling = await screen.findByRole('checkbox', { name: /说出客户的感受/ });
    expect(feeling).not.toBeChecked();
    next([customerSays('m1', FURIOUS)], { draft: '非常理解您现在着急的心情' });
    await waitFor(() => expect(feeling).toBeChecked());
    next([customerSays('m1', FURIOUS)], { draft: '请您冷静一下' });
    expect(await screen.findByText(/草稿里的“.*冷静.*”/)).toBeVisible();
  });

  it('tick by hand', async () => {
    const { user } = await renderTalk([customerSays('m1', FURIOUS)]);
    await user.click(await screen.findByRole('checkbox', { name: /说出客户的感受/ }));
    await waitFor(() => expect(screen.getByRole('checkbox', { name: /说出客户的感受/ })).toBeChecked());
  });
});

describe('who else should know', () => {
  it('is one card at a time, with the words to hand over', async () => {
    const { user } = await renderTalk([customerSays('m1', '我不想活了，你们再不解决我就从楼上跳下去')]);
    const card = await screen.findByRole('alert', { name: /当班组长/ });
    expect(card).toHaveTextContent(/人身安全/);
    await user.click(within(card).getByRole('button', { name: '关闭' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    await user.click(await screen.findByRole('button', { name: '看一下' }));
    expect(await screen.findByRole('alert', { name: /当班组长/ })).toBeVisible();
  });
});

describe('no complaint', () => {
  it('shows nothing of all that, and stores nothing', async () => {
    await renderTalk([customerSays('m1', '你好，请问你们支持七天无理由退货吗？')]);
    await waitFor(() => expect(useComplaintStore.getState().complaint).not.toBeNull());
    expect(screen.queryByRole('button', { current: 'step' })).toBeNull();
    expect(await readCase()).toBeUndefined();
  });

  it('becomes one by key where the agent knows better', async () => {
    const { user } = await renderTalk([customerSays('m1', '你好，请问你们支持七天无理由退货吗？')]);
    await waitFor(() => expect(useComplaintStore.getState().complaint).not.toBeNull());
    await user.keyboard('{Alt>}[BracketRight]{/Alt}');
    expect(await findChip(/^一般/)).toBeVisible();
  });

  it('leaves nothing of one chat beside the next', async () => {
    const { rerender } = await renderTalk([customerSays('m1', FURIOUS)]);
    await findChip(/^重大/);
    const { search } = makeFakeSearch();
    rerender(
      <ComplaintHarness search={search} reading={makeTalkReading([customerSays('x1', '在吗')], 'chat-2')} />,
    );
    expect(screen.queryByRole('button', { name: /^重大/ })).toBeNull();
  });
});

it('is walked by keys where no contact is recorded, and stores nothing', async () => {
  const { search } = makeFakeSearch();
  const reading = makeTalkReading([customerSays('m1', FURIOUS)]);
  const { user } = await renderInApp(<ComplaintHarness search={search} reading={reading} />, {
    locale: 'zh-CN',
    records: fake.records,
  });
  await screen.findByRole('button', { current: 'step', name: /安抚/ });
  await user.keyboard('{Alt>}[BracketRight]{/Alt}');
  expect(await screen.findByRole('button', { current: 'step', name: /倾听/ })).toBeVisible();
  expect(await readCase()).toBeUndefined();
});

it.each(LOCALES)('has every text in %s, and nothing axe objects to', async (locale) => {
  const { container } = await renderTalk([customerSays('m1', FURIOUS)], { locale });
  await screen.findByRole('button', { current: 'step' });
  await waitFor(async () => expect((await readCase())?.record).toBeTruthy());
  expect(findBrokenTexts(container)).toEqual([]);
  expect(await findAccessProblems(container)).toEqual([]);
});
