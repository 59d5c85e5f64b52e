import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useRef, useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SearchBox } from '../../components/search/SearchBox.tsx';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { openFakeRecords } from '../support/fake-records.ts';
import { makeArticle } from '../support/make-article.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const onLeaveDown = vi.fn<() => void>();
const onChoose = vi.fn<() => void>();
const onOpen = vi.fn<() => void>();
const onClose = vi.fn<() => void>();
const onLeave = vi.fn<(next: EventTarget | null) => void>();
const onCompose = vi.fn<(isComposing: boolean) => void>();

let records: KnowledgeBase;

beforeEach(async () => {
  vi.clearAllMocks();
  ({ records } = await openFakeRecords());
});

function Box({ typed = '' }: { typed?: string }) {
  const [query, setQuery] = useState(typed);
  const input = useRef<HTMLInputElement>(null);
  return (
    <SearchBox
      inputRef={input}
      query={query}
      onChange={setQuery}
      onOpen={onOpen}
      onClose={() => {
        onClose();
        setQuery('');
      }}
      onLeave={onLeave}
      onCompose={onCompose}
      onLeaveDown={onLeaveDown}
      onChoose={onChoose}
    />
  );
}

const renderBox = (typed?: string) => renderInApp(<Box {...(typed ? { typed } : {})} />, { records });
const box = () => screen.getByRole('combobox', { name: 'Search replies' });

describe('the search box', () => {
  it('reports every keystroke', async () => {
    const { user } = await renderBox();
    await user.type(box(), '退款 tk');
    expect(box()).toHaveValue('退款 tk');
  });

  it('chooses the first result on Enter and goes into the results on ArrowDown', async () => {
    const { user } = await renderBox('refund');
    box().focus();
    await user.keyboard('{Enter}');
    expect(onChoose).toHaveBeenCalledOnce();
    await user.keyboard('{ArrowDown}');
    expect(onLeaveDown).toHaveBeenCalledOnce();
  });

  it.each([
    ['Enter', { key: 'Enter', isComposing: true }],
    ['Enter of an older engine', { key: 'Enter', keyCode: 229 }],
    ['ArrowDown', { key: 'ArrowDown', isComposing: true }],
    ['Escape', { key: 'Escape', isComposing: true }],
  ])('leaves %s to the input method while it composes', async (_, press) => {
    await renderBox('tuikuan');
    // True: nobody prevented what the input method does with the key.
    expect(fireEvent.keyDown(box(), press)).toBe(true);
    expect(onChoose).not.toHaveBeenCalled();
    expect(onLeaveDown).not.toHaveBeenCalled();
    expect(box()).toHaveValue('tuikuan');
  });

  it('is closed by Escape', async () => {
    const { user } = await renderBox('refund');
    box().focus();
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('is cleared by its button, and keeps the focus', async () => {
    const { user } = await renderBox('again');
    await user.click(screen.getByRole('button', { name: 'Clear search' }));
    expect(box()).toHaveValue('');
    expect(box()).toHaveFocus();
  });

  it('shows its shortcut while it is empty', async () => {
    await renderBox();
    expect(screen.getByText('Ctrl K')).toBeVisible();
  });

  it('opens on a click or a letter, not when the focus is put there', async () => {
    const { user } = await renderBox();
    box().focus();
    expect(onOpen).not.toHaveBeenCalled();
    await user.click(box());
    expect(onOpen).toHaveBeenCalledOnce();
    await user.keyboard('t');
    expect(onOpen).toHaveBeenCalledTimes(2);
  });

  it('says where the focus went, and when an input method is at work', async () => {
    const { user } = await renderBox();
    await user.click(box());
    fireEvent.compositionStart(box());
    fireEvent.compositionEnd(box());
    expect(onCompose.mock.calls).toEqual([[true], [false]]);
    await user.tab();
    expect(onLeave).toHaveBeenCalledOnce();
  });
});

describe('a filter begun in the search box', () => {
  beforeEach(async () => {
    await records.articles.put(
      [
        makeArticle({ id: 'a.1', tags: ['退款', '到账'] }),
        makeArticle({ id: 'a.2', tags: ['退款', '退货运费'], confidence: 'not-validated' }),
        makeArticle({ id: 'a.3', tags: ['发票'], confidence: 'not-validated' }),
        makeArticle({ id: 'a.4', tags: ['作废'], confidence: 'archived' }),
      ],
      'pack-1',
    );
  });

  const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
  const waitForOptions = () => waitFor(() => expect(options()).not.toEqual([]));

  it('offers its values with how many replies each leaves, the most used first', async () => {
    const { user } = await renderBox();
    await user.type(box(), 'tag:');
    await waitForOptions();
    expect(options()).toEqual(['退款2 replies', '到账1 reply', '发票1 reply', '退货运费1 reply']);
  });

  it('is a combobox: closed, then open, with the list it is for and the value Enter takes', async () => {
    const { user } = await renderBox();
    expect(screen.getByRole('combobox', { expanded: false })).not.toHaveAttribute('aria-controls');
    await user.type(box(), 'tag:');
    await waitForOptions();
    expect(box()).toHaveAttribute('aria-controls', screen.getByRole('listbox', { name: 'Filter values' }).id);
    await user.keyboard('{ArrowDown}');
    const { id } = screen.getByRole('option', { name: /到账/, selected: true });
    expect(screen.getByRole('combobox', { expanded: true })).toHaveAttribute('aria-activedescendant', id);
    await user.keyboard('{Escape}');
    expect(screen.getByRole('combobox', { expanded: false })).not.toHaveAttribute('aria-activedescendant');
  });

  it('narrows them with every letter', async () => {
    const { user } = await renderBox();
    await user.type(box(), 'tag:退');
    await waitForOptions();
    expect(options().toSorted()).toEqual(['退款2 replies', '退货运费1 reply'].toSorted());
  });

  it.each(['{Enter}', '{Tab}'])('takes the chosen one on %s and goes on typing behind it', async (key) => {
    const { user } = await renderBox();
    await user.type(box(), 'tag:');
    await waitForOptions();
    await user.keyboard(`{ArrowDown}${key}`);
    expect(box()).toHaveValue('tag:到账 ');
    expect(box()).toHaveFocus();
    expect(options()).toEqual([]);
    expect(onChoose).not.toHaveBeenCalled();
    expect(onLeaveDown).not.toHaveBeenCalled();
    await user.keyboard('多久');
    expect(box()).toHaveValue('tag:到账 多久');
  });

  it('goes round at both ends and tells readers which one is chosen', async () => {
    const { user } = await renderBox();
    await user.type(box(), 'tag:');
    await waitForOptions();
    await user.keyboard('{ArrowUp}');
    const active = screen.getByRole('option', { selected: true });
    expect(active).toHaveTextContent('退货运费');
    expect(box()).toHaveAttribute('aria-activedescendant', active.id);
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('退款');
  });

  it('takes one at a click, without losing the focus', async () => {
    const { user } = await renderBox();
    await user.type(box(), 'tag:');
    await waitForOptions();
    await user.click(screen.getByRole('option', { name: /发票/ }));
    expect(box()).toHaveValue('tag:发票 ');
    expect(box()).toHaveFocus();
  });

  it('closes its list on Escape before the search is closed', async () => {
    const { user } = await renderBox();
    await user.type(box(), 'tag:');
    await waitForOptions();
    await user.keyboard('{Escape}');
    expect(options()).toEqual([]);
    expect(onClose).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('says states in words and writes them as the search knows them', async () => {
    const { user } = await renderBox();
    await user.type(box(), 'state:');
    await waitForOptions();
    expect(options()).toEqual(['Unverified2 replies', 'Verified1 reply']);
    await user.keyboard('{Enter}');
    expect(box()).toHaveValue('state:not-validated ');
  });

  it('knows what has changed since the last one', async () => {
    const { user } = await renderBox();
    await user.type(box(), 'tag:');
    await waitForOptions();
    await user.clear(box());
    await records.articles.put(
      [
        makeArticle({ id: 'a.1', tags: ['合约'] }),
        makeArticle({ id: 'a.2', tags: ['合约'], confidence: 'archived' }),
      ],
      'pack-1',
    );
    await user.type(box(), 'tag:');
    await waitFor(() => expect(options().toSorted()).toEqual(['发票1 reply', '合约1 reply'].toSorted()));
  });

  it('leaves a composing Enter alone', async () => {
    const { user } = await renderBox();
    await user.type(box(), 'tag:');
    await waitForOptions();
    expect(fireEvent.keyDown(box(), { key: 'Enter', isComposing: true })).toBe(true);
    expect(box()).toHaveValue('tag:');
  });

  it('puts the value where the word stands, not at the end', async () => {
    const { user } = await renderBox();
    await user.type(box(), 'tag: 多久到', { initialSelectionStart: 0, initialSelectionEnd: 0 });
    (box() as HTMLInputElement).setSelectionRange(4, 4);
    fireEvent.select(box());
    await waitForOptions();
    await user.keyboard('{Enter}');
    expect(box()).toHaveValue('tag:退款 多久到');
    expect((box() as HTMLInputElement).selectionStart).toBe('tag:退款 '.length);
  });
});
