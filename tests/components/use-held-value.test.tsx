import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useHeldValue } from '../../components/state/use-held-value.ts';

interface Cards {
  chat: string;
  first: string;
}

const belongToDifferentChats = (shown: Cards, next: Cards) => shown.chat !== next.chat;

function renderHeld(value: Cards, isHeld: boolean) {
  const hook = renderHook((props) => useHeldValue(props.value, props.isHeld, belongToDifferentChats), {
    initialProps: { value, isHeld },
  });
  return { read: () => hook.result.current, show: hook.rerender };
}

const OLD: Cards = { chat: 'a', first: 'old' };
const NEW: Cards = { chat: 'a', first: 'new' };
const NEWER: Cards = { chat: 'a', first: 'newer' };
const OTHER_CHAT: Cards = { chat: 'b', first: 'other' };

describe('what is on screen', () => {
  it('follows the newest while no hand is on it', () => {
    const { read, show } = renderHeld(OLD, false);
    show({ value: NEW, isHeld: false });
    expect(read()).toMatchObject({ shown: NEW, isNewerWaiting: false });
  });

  it('does not move under the hand, and says that something newer waits', () => {
    const { read, show } = renderHeld(OLD, true);
    show({ value: NEW, isHeld: true });
    show({ value: NEWER, isHeld: true });
    expect(read()).toMatchObject({ shown: OLD, isNewerWaiting: true });
  });

  it('lets the newest in on request, and only that', () => {
    const { read, show } = renderHeld(OLD, true);
    show({ value: NEW, isHeld: true });
    show({ value: NEWER, isHeld: true });
    act(() => read().letIn());
    expect(read()).toMatchObject({ shown: NEWER, isNewerWaiting: false });
  });

  it('catches up as soon as the hand leaves', () => {
    const { read, show } = renderHeld(OLD, true);
    show({ value: NEW, isHeld: true });
    show({ value: NEW, isHeld: false });
    expect(read()).toMatchObject({ shown: NEW, isNewerWaiting: false });
  });

  it('gives way at once to another chat’s cards, hand or not', () => {
    const { read, show } = renderHeld(OLD, true);
    show({ value: OTHER_CHAT, isHeld: true });
    expect(read()).toMatchObject({ shown: OTHER_CHAT, isNewerWaiting: false });
  });

  it('has nothing waiting when what was newer has been taken back', () => {
    const { read, show } = renderHeld(OLD, true);
    show({ value: NEW, isHeld: true });
    show({ value: OLD, isHeld: true });
    expect(read()).toMatchObject({ shown: OLD, isNewerWaiting: false });
  });

  it('is never drawn with the other chat’s cards, not even for one frame', () => {
    const drawn: string[] = [];
    const { rerender } = renderHook(
      ({ value }) => {
        const { shown } = useHeldValue(value, true, belongToDifferentChats);
        drawn.push(`${value.chat}:${shown.chat}`);
      },
      { initialProps: { value: OLD } },
    );
    rerender({ value: OTHER_CHAT });
    expect(new Set(drawn)).toEqual(new Set(['a:a', 'b:b']));
  });
});
