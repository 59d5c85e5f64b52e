/** The list at the caret: what it shows, what it inserts, and what it says instead. */
import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PickerList } from '../../components/picker/PickerList.tsx';
import { usePicker } from '../../components/picker/use-picker.ts';
import type { PickerLine, PickResult } from '../../components/state/picker-line.ts';
import { SearchProvider } from '../../components/state/search-client.ts';
import type { FromPickerFrame, ToPickerFrame } from '../../knowledge/conversation/index.ts';
import { openFakeRecords } from '../support/fake-records.ts';
import { makeAnswer, makeFakeSearch, makeHit } from '../support/fake-search.ts';
import { makeArticle, makePack } from '../support/make-article.ts';
import { makeConversation } from '../support/make-conversation.ts';
import { findAccessProblems, findBrokenTexts, LOCALES } from '../support/render-checks.tsx';
import { renderInApp } from '../support/render-in-app.tsx';

const ARTICLES = [
  makeArticle({ id: 'a.plain', title: '到账时间', replies: [{ tone: 'warm', text: '三天内到账。' }] }),
  makeArticle({ id: 'a.offer', title: '补偿', replies: [{ tone: 'warm', text: '给您补偿200元。' }] }),
  makeArticle({ id: 'a.open', title: '催办', replies: [{ tone: 'warm', text: '{{时间}}前回您。' }] }),
];

function Picker({ line }: { line: PickerLine }) {
  const picker = usePicker({ line, tone: 'warm', values: {} });
  return <PickerList picker={picker} values={{}} />;
}

async function renderPicker(
  result: PickResult = { ok: true, text: '' },
  locale: 'en' | 'zh-CN' | 'zh-TW' = 'en',
) {
  const { records } = await openFakeRecords();
  await records.articles.installPack(makePack({ articles: ARTICLES }));
  const { search } = makeFakeSearch({
    tk: makeAnswer(makeHit('a.plain'), makeHit('a.open')),
    bc: makeAnswer(makeHit('a.offer')),
  });
  const said: FromPickerFrame['kind'][] = [];
  const picked: string[] = [];
  let hear: (message: ToPickerFrame) => void = () => {};
  const line: PickerLine = {
    conversation: makeConversation([]),
    hear: (listener) => {
      hear = listener;
    },
    tell: (message) => said.push(message.kind),
    pick: async ({ text }) => {
      picked.push(text);
      return result;
    },
  };
  const view = await renderInApp(
    <SearchProvider value={search}>
      <Picker line={line} />
    </SearchProvider>,
    { records, locale },
  );
  const tell = async (...messages: ToPickerFrame[]) => {
    for (const message of messages) await act(async () => hear(message));
  };
  const find = async () => {
    await tell({ kind: 'typed', query: 'tk' });
    await screen.findAllByRole('option');
  };
  return { ...view, tell, find, said, picked };
}

const selected = () => screen.getByRole('option', { selected: true }).dataset['article'];

describe('the picker', () => {
  it('marks the first, goes around with the arrows, and inserts what is marked once it has room', async () => {
    const { tell, find, said, picked } = await renderPicker();
    await find();
    expect(selected()).toBe('a.plain');
    await tell({ kind: 'moved', by: -1 });
    expect(selected()).toBe('a.open');
    await tell({ kind: 'moved', by: 1 }, { kind: 'accepted' });
    await expect.poll(() => said).toEqual(['inserting']);
    expect(picked).toEqual([]);
    await tell({ kind: 'cleared', isCleared: true });
    await waitFor(() => expect(said).toEqual(['inserting', 'done']));
    expect(picked).toEqual(['三天内到账。']);
  });

  it('says that a script has blanks, and which, instead of inserting it', async () => {
    const { tell, find, said } = await renderPicker();
    await find();
    expect(screen.getByText('has blanks')).toBeVisible();
    await tell({ kind: 'moved', by: 1 }, { kind: 'accepted' });
    expect(screen.getByText(/still needs: 时间/)).toBeVisible();
    expect(said).toEqual([]);
  });

  it('inserts nothing while what is shown belongs to other words', async () => {
    const { tell, find, said } = await renderPicker();
    await find();
    await tell({ kind: 'typed', query: 'tkk' }, { kind: 'accepted' });
    expect(said).toEqual([]);
  });

  it('says why a script did not go in, and gives what was typed back', async () => {
    const { tell, find, said } = await renderPicker({ ok: false, reason: 'customer-wrote-again' });
    await find();
    await tell({ kind: 'accepted' }, { kind: 'cleared', isCleared: true });
    await waitFor(() => expect(said).toEqual(['inserting', 'refused']));
    expect(screen.getByText(/customer/)).toBeVisible();
    await tell({ kind: 'accepted' });
    expect(said).toEqual(['inserting', 'refused', 'inserting']);
  });

  it('does not insert where what was typed would not go', async () => {
    const { tell, find, said, picked } = await renderPicker();
    await find();
    await tell({ kind: 'accepted' }, { kind: 'cleared', isCleared: false });
    expect(picked).toEqual([]);
    expect(said).toEqual(['inserting', 'refused']);
  });

  it('stays until somebody has read that the console changed the text, and inserts nothing more', async () => {
    const { tell, find, said, picked } = await renderPicker({ ok: false, reason: 'changed-by-console' });
    await find();
    await tell({ kind: 'accepted' }, { kind: 'cleared', isCleared: true });
    await waitFor(() => expect(document.querySelector('[data-notice="refused"]')).not.toBeNull());
    await tell({ kind: 'accepted' });
    expect(said).toEqual(['inserting', 'done']);
    expect(picked).toHaveLength(1);
  });

  it('takes a click only when it has been seen for a moment', async () => {
    const { find, said, user } = await renderPicker();
    await find();
    await user.click(screen.getByText('到账时间', { selector: '[role="option"] *' }));
    expect(said).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 450));
    await user.click(screen.getByText('到账时间', { selector: '[role="option"] *' }));
    await expect.poll(() => said).toEqual(['inserting']);
  });

  it.each(LOCALES)('has every text in %s, with nothing found and with results', async (locale) => {
    const { tell, find, container } = await renderPicker({ ok: true, text: '' }, locale);
    expect(findBrokenTexts(container)).toEqual([]);
    await tell({ kind: 'typed', query: 'nothing' });
    expect(findBrokenTexts(container)).toEqual([]);
    await find();
    await tell({ kind: 'moved', by: 1 }, { kind: 'accepted' });
    const withoutTemplates = findBrokenTexts(container).filter((text) => !text.includes('{{时间}}'));
    expect(withoutTemplates).toEqual([]);
    expect(await findAccessProblems(container)).toEqual([]);
  });
});

it('leads to the panel where an offer has to be asked for first', async () => {
  const { tell, picked } = await renderPicker();
  // What it may offer is fetched after the list: until then a choice is an ordinary one.
  const { loadLimits } = await import('../../components/state/check-limits.ts');
  await act(async () => void (await loadLimits()));
  await tell({ kind: 'typed', query: 'bc' });
  await screen.findAllByRole('option');
  await tell({ kind: 'accepted' });
  expect(await screen.findByText(/more than you may decide/)).toBeVisible();
  expect(picked).toEqual([]);
});
