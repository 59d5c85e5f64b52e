import { fireEvent, screen } from '@testing-library/react';
import { useRef, useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SearchBox } from '../../components/search/SearchBox.tsx';
import { renderInApp } from '../support/render-in-app.tsx';

const onLeaveDown = vi.fn<() => void>();
const onChoose = vi.fn<() => void>();

beforeEach(() => vi.clearAllMocks());

function Box({ typed = '' }: { typed?: string }) {
  const [query, setQuery] = useState(typed);
  const input = useRef<HTMLInputElement>(null);
  return (
    <SearchBox
      inputRef={input}
      query={query}
      onChange={setQuery}
      onLeaveDown={onLeaveDown}
      onChoose={onChoose}
    />
  );
}

const box = () => screen.getByRole('searchbox', { name: 'Search replies' });

describe('the search box', () => {
  it('reports every keystroke', async () => {
    const { user } = await renderInApp(<Box />);
    await user.type(box(), '退款 tk');
    expect(box()).toHaveValue('退款 tk');
  });

  it('chooses the first result on Enter and goes into the results on ArrowDown', async () => {
    const { user } = await renderInApp(<Box typed="refund" />);
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
    await renderInApp(<Box typed="tuikuan" />);
    // True: nobody prevented what the input method does with the key.
    expect(fireEvent.keyDown(box(), press)).toBe(true);
    expect(onChoose).not.toHaveBeenCalled();
    expect(onLeaveDown).not.toHaveBeenCalled();
    expect(box()).toHaveValue('tuikuan');
  });

  it('is cleared by Escape and by its button', async () => {
    const { user } = await renderInApp(<Box typed="refund" />);
    box().focus();
    await user.keyboard('{Escape}');
    expect(box()).toHaveValue('');
    await user.type(box(), 'again');
    await user.click(screen.getByRole('button', { name: 'Clear search' }));
    expect(box()).toHaveValue('');
  });

  it('shows its shortcut while it is empty', async () => {
    await renderInApp(<Box />);
    expect(screen.getByText('Ctrl K')).toBeVisible();
  });
});
