import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { KnowledgeTest } from '../../components/knowledge/KnowledgeTest.tsx';
import { MAX_QUESTIONS, readTestLines } from '../../components/knowledge/test-lines.ts';
import { NoticeLine } from '../../components/shell/NoticeLine.tsx';
import { SearchProvider, type SearchService } from '../../components/state/search-client.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { MIN_CONFIDENCE } from '../../knowledge/suggestions/index.ts';
import { catchDownloads } from '../support/catch-downloads.ts';
import { openFakeRecords } from '../support/fake-records.ts';
import { makeAnswer, makeFakeSearch, makeHit } from '../support/fake-search.ts';
import { makeArticle } from '../support/make-article.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const REFUND = makeArticle({ id: 'a.refund', title: '退款多久到账', aliases: [] });
const INVOICE = makeArticle({ id: 'a.invoice', title: '怎么开发票', aliases: [] });
const TWINS = ['a.twin1', 'a.twin2'].map((id) => makeArticle({ id, title: '物流不更新' }));
const ARTICLES = [REFUND, INVOICE, ...TWINS];

describe('lines of real questions', () => {
  const read = (text: string) =>
    readTestLines(text, ARTICLES).lines.map(({ question, expected }) => [question, expected?.title ?? null]);

  it.each([
    ['钱呢\t退款多久到账', ['钱呢', '退款多久到账']],
    ['钱呢,退款多久到账', ['钱呢', '退款多久到账']],
    ['你好，我的钱呢，退款多久到账', ['你好，我的钱呢', '退款多久到账']],
    ['你好，我的钱呢', ['你好，我的钱呢', null]],
    ['"钱,""快""点",退款多久到账', ['钱,"快"点', '退款多久到账']],
    ['"钱呢","没有这条"', ['钱呢', '没有这条']],
    ['钱呢\t没有这条', ['钱呢', '没有这条']],
    ['钱呢\t', ['钱呢', null]],
    ['\uFEFF钱呢', ['钱呢', null]],
  ])('%j is read', (line, expected) => {
    expect(read(line)).toEqual([expected]);
  });

  it('leave out what asks nothing, in any line ending', () => {
    expect(read('钱呢\r\n\n  \r…！？\n发票\r')).toEqual([
      ['钱呢', null],
      ['发票', null],
    ]);
  });

  it('know every article of a title, and when there is none', () => {
    const [known, unknown] = readTestLines('不动了\t物流不更新\n不动了\t没有这条', ARTICLES).lines;
    expect(known?.expected?.ids).toEqual(['a.twin1', 'a.twin2']);
    expect(unknown?.expected?.ids).toEqual([]);
  });

  it('end at the limit, and say how many were left out', () => {
    const { lines, left } = readTestLines(
      Array(MAX_QUESTIONS + 3)
        .fill('钱呢')
        .join('\n'),
      [],
    );
    expect([lines.length, left]).toEqual([MAX_QUESTIONS, 3]);
  });
});

describe('testing the knowledge base', () => {
  let records: KnowledgeBase;

  beforeEach(async () => {
    ({ records } = await openFakeRecords());
    await records.articles.put(ARTICLES, 'test-pack');
  });

  const ANSWERS = {
    钱呢: makeAnswer(makeHit('a.invoice'), makeHit('a.refund')),
    票呢: makeAnswer(makeHit('a.refund')),
    不动了: makeAnswer(makeHit('a.refund')),
    随便问: makeAnswer(makeHit('a.refund', { confidence: MIN_CONFIDENCE / 2 })),
    肯定有: makeAnswer(makeHit('a.refund', { confidence: 0.8 })),
  };

  async function renderTest(search: SearchService = makeFakeSearch(ANSWERS).search) {
    return renderInApp(
      <SearchProvider value={search}>
        <KnowledgeTest />
        <NoticeLine />
      </SearchProvider>,
      { records },
    );
  }

  const field = () => screen.getByRole('textbox', { name: 'Real questions from customers' });
  const startButton = () => screen.getByRole('button', { name: 'Test' });

  async function run(text: string, search?: SearchService) {
    const app = await renderTest(search);
    await app.user.click(field());
    await app.user.paste(text);
    await app.user.click(startButton());
    return app;
  }

  const failures = async () =>
    within(await screen.findByRole('list', { name: 'Questions without their reply' })).getAllByRole(
      'listitem',
    );

  it('has nothing to start with until there is a line', async () => {
    await renderTest();
    expect(startButton()).toBeDisabled();
    expect(screen.getByText(/They are not kept/)).toBeVisible();
  });

  it('says in plain words how many find their reply, and shows the others with what came instead', async () => {
    await run('钱呢\t退款多久到账\n票呢\t怎么开发票\n什么\t怎么开发票');
    expect(await screen.findByText('1 of 3 questions find their reply among the first five.')).toBeVisible();
    const rows = await failures();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toHaveTextContent('票呢Should find: 怎么开发票Came first: 退款多久到账');
    expect(rows[1]).toHaveTextContent('什么Should find: 怎么开发票Nothing was found');
  });

  it('judges questions without a title by how sure the answer is', async () => {
    await run('随便问\n肯定有');
    expect(await screen.findByText('2 name no reply: 1 find a likely one, 1 do not.')).toBeVisible();
    const rows = await failures();
    expect(rows.map(({ textContent }) => textContent)).toEqual(['随便问Came first: 退款多久到账']);
  });

  it('names titles that do not exist', async () => {
    await run('钱呢\t没有这条');
    expect(await screen.findByText('1 names a title that does not exist.')).toBeVisible();
    const [row] = await failures();
    expect(row).toHaveTextContent('No reply is called “没有这条”');
    expect(within(row as HTMLElement).queryByRole('button')).toBeNull();
  });

  it('adds a question to its article at a click, once, and keeps the focus', async () => {
    const { user } = await run('票呢\t怎么开发票');
    await user.click(await screen.findByRole('button', { name: 'Add as a way to ask' }));
    const added = await screen.findByRole('button', { name: 'Added' });
    expect(added).toHaveFocus();
    await user.click(added);
    expect((await records.articles.findMany(['a.invoice'])).get('a.invoice')?.aliases).toEqual(['票呢']);
    expect(screen.getByText(/Added to “怎么开发票”/)).toBeVisible();
  });

  it('takes the question back when that is undone, and can add it again', async () => {
    const { user } = await run('票呢\t怎么开发票');
    const readAliases = async () =>
      (await records.articles.findMany(['a.invoice'])).get('a.invoice')?.aliases;
    await user.click(await screen.findByRole('button', { name: 'Add as a way to ask' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await readAliases()).toEqual([]));
    await user.click(await screen.findByRole('button', { name: 'Add as a way to ask' }));
    await waitFor(async () => expect(await readAliases()).toEqual(['票呢']));
  });

  it('has nothing to undo where the article has the question already', async () => {
    const { user } = await run('票呢\t怎么开发票');
    await records.articles.addAliases('a.invoice', ['票呢']);
    await user.click(await screen.findByRole('button', { name: 'Add as a way to ask' }));
    expect(await screen.findByText(/Added to “怎么开发票”/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('adds nothing where two articles share the title', async () => {
    await run('不动了\t物流不更新');
    await failures();
    expect(screen.queryByRole('button', { name: 'Add as a way to ask' })).toBeNull();
  });

  it('shows how far it is, and can be stopped with what it has', async () => {
    const waiting: (() => void)[] = [];
    const slow: SearchService = {
      ...makeFakeSearch().search,
      search: () =>
        new Promise((resolve) => {
          waiting.push(() => resolve(makeAnswer(makeHit('a.refund'))));
        }),
    };
    const { user } = await run(Array(20).fill('钱呢\t退款多久到账').join('\n'), slow);
    expect(await screen.findByRole('progressbar', { name: '0 of 20' })).toBeInTheDocument();
    await waitFor(() => expect(waiting).toHaveLength(8));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    for (const answer of waiting) answer();
    expect(await screen.findByText('8 of 8 questions find their reply among the first five.')).toBeVisible();
    expect(screen.getByText('12 were not asked.')).toBeVisible();
  });

  it('is under way from the click on, and a second one ends the first', async () => {
    const list = records.articles.listChangedSince;
    const { promise: slowly, resolve: goOn } = Promise.withResolvers<void>();
    let reads = 0;
    vi.spyOn(records.articles, 'listChangedSince').mockImplementation(async (since) => {
      reads += 1;
      await slowly;
      return list(since);
    });
    const { user } = await run('钱呢\t退款多久到账');
    expect(screen.getByRole('progressbar', { name: 'Getting ready' })).toBeInTheDocument();
    expect(startButton()).toBeDisabled();
    await user.click(startButton());
    goOn();
    expect(await screen.findByText('1 of 1 question finds its reply among the first five.')).toBeVisible();
    expect(reads).toBe(1);
  });

  it('says so when the search does not answer', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    await run('钱呢', { ...makeFakeSearch().search, search: () => Promise.reject(new Error('dead')) });
    expect(await screen.findByRole('heading', { name: 'The search does not answer' })).toBeVisible();
    expect(startButton()).toBeEnabled();
    log.mockRestore();
  });

  it('reads a file into the field, and exports what came of it', async () => {
    const downloads = catchDownloads();
    const { user } = await renderTest();
    const file = new File(['钱呢,退款多久到账\n票呢,怎么开发票'], 'questions.csv', { type: 'text/csv' });
    await user.upload(screen.getByLabelText('Choose a file', { selector: 'input' }), file);
    await waitFor(() => expect(field()).toHaveValue('钱呢,退款多久到账\n票呢,怎么开发票'));
    await user.click(startButton());
    await user.click(await screen.findByRole('button', { name: 'Export table' }));
    const lines = (await downloads.read())[0]?.text.trim().split('\r\n') ?? [];
    expect(lines.slice(1)).toEqual(['钱呢,退款多久到账,2,怎么开发票', '票呢,怎么开发票,,退款多久到账']);
  });
});
