import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SuggestionList } from '../../components/suggestions/SuggestionList.tsx';
import type { SlotValues } from '../../knowledge/articles/index.ts';
import type { Suggestion } from '../../knowledge/suggestions/index.ts';
import { makeSuggestion, makeSuggestions } from '../support/fake-suggestions.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const onInsert = vi.fn<(suggestion: Suggestion, typed: SlotValues) => void>();
const onCopy = vi.fn<(suggestion: Suggestion) => void>();
const onEdit = vi.fn<(suggestion: Suggestion, edited: SlotValues) => void>();
const onHoldChange = vi.fn<(isHeld: boolean) => void>();

const doNothing = () => {};

beforeEach(() => vi.clearAllMocks());

interface ListProps {
  cards: Suggestion[];
  isNewerWaiting?: boolean;
  onLetIn?: () => void;
  askFor?: string | null;
}

/** The list with what its owner does: remembers what was dismissed and whose slots are asked for. */
function List({ cards, isNewerWaiting = false, onLetIn = doNothing, askFor = null }: ListProps) {
  const [gone, setGone] = useState<string[]>([]);
  const [slotFormArticleId, setSlotForm] = useState(askFor);
  return (
    <SuggestionList
      label="Suggested replies"
      suggestions={cards.filter(({ article }) => !gone.includes(article.id))}
      values={{}}
      shortcuts={['Alt+1', 'Alt+2']}
      slotFormArticleId={slotFormArticleId}
      isNewerWaiting={isNewerWaiting}
      onLetIn={onLetIn}
      onHoldChange={onHoldChange}
      onInsert={onInsert}
      onEdit={onEdit}
      onCopy={onCopy}
      onOpen={() => {}}
      onDismiss={({ article }) => setGone((before) => [...before, article.id])}
      onCancelSlots={() => setSlotForm(null)}
    />
  );
}

const card = (title: string) => screen.getByRole('group', { name: new RegExp(`^\\d\\. ${title}$`) });

describe('a list of cards', () => {
  it('is one Tab stop before the buttons of its first card', async () => {
    const { user } = await renderInApp(<List cards={makeSuggestions('a', 'b', 'c')} />);
    await user.tab();
    expect(card('a')).toHaveFocus();
    expect(card('b')).toHaveAttribute('tabindex', '-1');
  });

  it('is walked with the arrows, and ends at both ends', async () => {
    const { user } = await renderInApp(<List cards={makeSuggestions('a', 'b', 'c')} />);
    await user.tab();
    await user.keyboard('{ArrowDown}');
    expect(card('b')).toHaveFocus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(card('c')).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(card('b')).toHaveFocus();
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(card('a')).toHaveFocus();
  });

  it('goes to its ends with End and Home', async () => {
    const { user } = await renderInApp(<List cards={makeSuggestions('a', 'b', 'c')} />);
    await user.tab();
    await user.keyboard('{End}');
    expect(card('c')).toHaveFocus();
    await user.keyboard('{Home}');
    expect(card('a')).toHaveFocus();
  });

  it('inserts and copies the card the arrows are on', async () => {
    const cards = makeSuggestions('a', 'b');
    const { user } = await renderInApp(<List cards={cards} />);
    await user.tab();
    await user.keyboard('{ArrowDown}{Enter}c');
    expect(onInsert.mock.calls).toEqual([[cards[1], {}]]);
    expect(onCopy.mock.calls).toEqual([[cards[1]]]);
  });

  it('shows each card’s key where there is one', async () => {
    await renderInApp(<List cards={makeSuggestions('a', 'b', 'c')} />);
    expect(card('b')).toHaveTextContent('Alt+2');
    expect(card('c')).not.toHaveTextContent('Alt+');
  });

  it('offers newer cards instead of swapping them in', async () => {
    const onLetIn = vi.fn<() => void>();
    const { user } = await renderInApp(
      <List cards={makeSuggestions('a')} isNewerWaiting onLetIn={onLetIn} />,
    );
    await user.click(screen.getByRole('button', { name: 'New suggestions, show them' }));
    expect(onLetIn).toHaveBeenCalledOnce();
  });
});

describe('dismissing by keyboard', () => {
  it('keeps the hand in the list: the next card has the focus', async () => {
    const { user } = await renderInApp(<List cards={makeSuggestions('a', 'b', 'c')} />);
    await user.tab();
    await user.keyboard('{ArrowDown}{Delete}');
    expect(screen.queryByText('2. b')).toBeNull();
    expect(card('c')).toHaveFocus();
    await user.keyboard('{Delete}');
    expect(card('a')).toHaveFocus();
  });

  it('lets go of the list when the last card is gone', async () => {
    const { user } = await renderInApp(<List cards={makeSuggestions('a')} />);
    await user.tab();
    expect(onHoldChange).toHaveBeenLastCalledWith(true);
    await user.keyboard('{Delete}');
    expect(onHoldChange).toHaveBeenLastCalledWith(false);
  });
});

describe('a hand on the list', () => {
  it('is noticed by pointer and by focus, and when it leaves', async () => {
    const { user } = await renderInApp(
      <>
        <List cards={makeSuggestions('a')} />
        <button type="button">elsewhere</button>
      </>,
    );
    await user.hover(card('a'));
    expect(onHoldChange).toHaveBeenLastCalledWith(true);
    await user.unhover(card('a'));
    expect(onHoldChange).toHaveBeenLastCalledWith(false);
    card('a').focus();
    expect(onHoldChange).toHaveBeenLastCalledWith(true);
    screen.getByRole('button', { name: 'elsewhere' }).focus();
    expect(onHoldChange).toHaveBeenLastCalledWith(false);
  });

  it('stays while the focus goes from a card to its buttons and to the next card', async () => {
    const { user } = await renderInApp(<List cards={makeSuggestions('a', 'b')} />);
    await user.tab();
    onHoldChange.mockClear();
    await user.tab();
    expect(card('a')).toContainElement(document.activeElement as HTMLElement);
    act(() => card('b').focus());
    expect(onHoldChange).not.toHaveBeenCalledWith(false);
  });

  it('is gone when the list is', async () => {
    const { unmount } = await renderInApp(<List cards={makeSuggestions('a')} />);
    act(() => card('a').focus());
    unmount();
    expect(onHoldChange).toHaveBeenLastCalledWith(false);
  });
});

describe('asking for slots', () => {
  const cards = [
    ...makeSuggestions('a'),
    makeSuggestion({
      article: { id: 'test.slots', title: 'slots' },
      template: 'Order {{order number}} for {{customer name}}.',
    }),
  ];

  it('starts in the first field and goes on by Tab, in reading order', async () => {
    const { user } = await renderInApp(<List cards={cards} askFor="test.slots" />);
    await screen.findByRole('form');
    expect(screen.getByLabelText('order number')).toHaveFocus();
    await user.tab();
    expect(screen.getByLabelText('customer name')).toHaveFocus();
  });

  it('hands over what was typed', async () => {
    const { user } = await renderInApp(<List cards={cards} askFor="test.slots" />);
    await screen.findByRole('form');
    await user.type(screen.getByLabelText('order number'), '4471');
    await user.type(screen.getByLabelText('customer name'), 'Emma');
    await user.click(
      screen.getByRole('form', { name: 'Fill these in' }).querySelector('[type=submit]') as Element,
    );
    expect(onInsert.mock.calls).toEqual([[cards[1], { 'order number': '4471', 'customer name': 'Emma' }]]);
  });

  it('gives the focus back to the card on Escape', async () => {
    const { user } = await renderInApp(<List cards={cards} askFor="test.slots" />);
    await screen.findByRole('form');
    await user.keyboard('12{Escape}');
    expect(screen.queryByRole('form')).toBeNull();
    expect(card('slots')).toHaveFocus();
    expect(onInsert).not.toHaveBeenCalled();
  });

  it('keeps the arrows and letters for the fields', async () => {
    const { user } = await renderInApp(<List cards={cards} askFor="test.slots" />);
    await screen.findByRole('form');
    await user.keyboard('abc{ArrowUp}{Home}{Delete}');
    expect(screen.getByLabelText('order number')).toHaveFocus();
    expect(screen.getByLabelText('order number')).toHaveValue('bc');
    expect(onCopy).not.toHaveBeenCalled();
  });

  it('keeps the arrows for its buttons, too', async () => {
    const { user } = await renderInApp(<List cards={cards} askFor="test.slots" />);
    await screen.findByRole('form');
    const cancel = screen.getByRole('button', { name: 'Cancel' });
    act(() => cancel.focus());
    await user.keyboard('{ArrowUp}');
    expect(cancel).toHaveFocus();
  });

  it('ignores the Enter that picks a candidate', async () => {
    const { user } = await renderInApp(<List cards={cards} askFor="test.slots" />);
    await screen.findByRole('form');
    await user.type(screen.getByLabelText('customer name'), 'Emma');
    const field = screen.getByLabelText('order number');
    await user.type(field, '4471');
    expect(fireEvent.keyDown(field, { key: 'Enter', isComposing: true })).toBe(false);
    expect(fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 })).toBe(false);
    expect(onInsert).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    expect(onInsert).toHaveBeenCalledOnce();
  });
});
