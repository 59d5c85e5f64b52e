/** Pointing in the page: what keys walk over, what scripts cannot do, and what is left behind. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeyWalk } from '../../../entrypoints/teach-console/key-walk.ts';
import { createSession } from '../../../entrypoints/teach-console/session.ts';
import type { TeachingEvent } from '../../../knowledge/conversation/index.ts';
import { showPage } from '../../support/fake-console-page.ts';

const rows = ['one', 'two', 'three'].map((id) => `<li id="${id}">${id}</li>`).join('');
const PAGE = `<ul>${'<li>Customer</li>'.repeat(9)}</ul><section role="log"><ul>${rows}</ul></section><textarea id="reply"></textarea><input id="find">`;

const children = () => document.documentElement.childElementCount;

beforeEach(() => showPage(PAGE));

describe('keys', () => {
  const walk = (...keys: string[]) => {
    const { move } = createKeyWalk();
    const found = keys.map((key) =>
      move('customer', { key: key.replace('Shift+', ''), shiftKey: key.startsWith('Shift') }),
    );
    return found.map((element) => element?.id || element?.textContent);
  };

  it('begin at the newest line of what says it is a log, and go round', () => {
    expect(walk('ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown')).toEqual([
      'three',
      'two',
      'one',
      'three',
      'one',
    ]);
  });

  it('go to another list and back with Tab', () => {
    expect(walk('Tab', 'Tab', 'Shift+Tab')).toEqual(['three', 'Customer', 'three']);
  });

  it('go over the fields for the composer', () => {
    const { move } = createKeyWalk();
    const found = ['Tab', 'Tab', 'ArrowUp'].map((key) => move('composer', { key, shiftKey: false })?.id);
    expect(found).toEqual(['reply', 'find', 'reply']);
  });

  it('that mean nothing move nothing', () => expect(walk('a', 'PageUp')).toEqual([undefined, undefined]));
});

describe('a lesson', () => {
  const begin = () => {
    const tell = vi.fn<(event: TeachingEvent) => void>();
    const session = createSession(tell);
    session.handle({ type: 'pick', step: 'customer', label: 'Click a line' });
    return { tell, session };
  };

  it('lies over the page until it is stopped, and gives the focus back', () => {
    const field = document.querySelector<HTMLElement>('#reply');
    field?.focus();
    const before = children();
    const { session } = begin();
    expect(children()).toBe(before + 1);
    expect(document.activeElement).not.toBe(field);
    session.stop();
    expect(children()).toBe(before);
    expect(document.activeElement).toBe(field);
  });

  it('shows the page nothing of what it says', () => {
    const { session } = begin();
    const host = document.documentElement.lastElementChild;
    expect([host?.shadowRoot, host?.textContent, host?.className]).toEqual([null, '', '']);
    session.stop();
  });

  it('takes nothing from a script, and lets none of its keys through', () => {
    const { tell, session } = begin();
    const heard = vi.fn<(event: Event) => void>();
    document.addEventListener('keydown', heard);
    for (const key of ['ArrowUp', 'Enter', 'Escape']) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      expect(event.defaultPrevented).toBe(true);
    }
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F6', bubbles: true }));
    expect(heard).toHaveBeenCalledOnce();
    expect(tell).not.toHaveBeenCalled();
    document.removeEventListener('keydown', heard);
    session.stop();
  });

  it('has one overlay, however often it is asked', () => {
    const before = children();
    const { session } = begin();
    session.handle({ type: 'pick', step: 'customer', label: 'Click a line' });
    session.handle({ type: 'pick', step: 'agent', label: 'Click a line' });
    expect(children()).toBe(before + 1);
    session.handle({ type: 'stop' });
    expect(children()).toBe(before);
  });
});
