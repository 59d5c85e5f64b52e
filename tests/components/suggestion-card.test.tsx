import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { SuggestionCard, type SuggestionCardProps } from '../../components/suggestions/SuggestionCard.tsx';
import type { SlotValues } from '../../knowledge/articles/index.ts';
import { makeSuggestion, type SuggestionChange } from '../support/fake-suggestions.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const spy = () => vi.fn<() => void>();

async function renderCard(change: SuggestionChange = {}, props: Partial<SuggestionCardProps> = {}) {
  const calls = { onInsert: spy(), onCopy: spy(), onDismiss: spy(), onOpen: spy() };
  const onEdit = vi.fn<(edited: SlotValues) => void>();
  const app = await renderInApp(
    <SuggestionCard
      suggestion={makeSuggestion(change)}
      values={{}}
      position={1}
      isActive
      isAskingForSlots={false}
      onCancelSlots={() => {}}
      onEdit={onEdit}
      {...calls}
      {...props}
    />,
  );
  const card = screen.getByRole('group', { name: /^\d\./ });
  return { ...app, ...calls, onEdit, card };
}

describe('a card', () => {
  it('says what it is, what it says, why it is here and how it has done', async () => {
    const { card } = await renderCard(
      { matched: ['退款', '已拆封'], usage: { inserted: 41, helpedShare: 0.875 } },
      { shortcut: 'Alt+1' },
    );
    expect(card).toHaveAccessibleName('1. Refund not received');
    expect(card).toHaveTextContent('It takes three days.');
    expect(card).toHaveTextContent('Matched: 退款 · 已拆封 · used 41× · helped 88%');
    expect(card).toHaveTextContent('Alt+1');
    expect(card).toHaveTextContent('Verified');
  });

  it('does not claim a record it has not got', async () => {
    const { card } = await renderCard({ matched: [] });
    expect(card).not.toHaveTextContent(/Matched|used|helped/);
  });

  it('warns about an article nobody has verified', async () => {
    const { card } = await renderCard({ article: { confidence: 'not-validated' } });
    expect(card).toHaveTextContent('Unverified');
  });

  it('shows slots as pills: filled with what goes in, open with their name', async () => {
    const template = 'Dear {{customer name}}, order {{order number}}, {{time|soon}}.';
    const { card } = await renderCard({ template }, { values: { 'customer name': 'Emma' } });
    expect(card).toHaveTextContent('Dear Emma, order order number, soon.');
    const pills = [...card.querySelectorAll('.slot')];
    expect(pills.map((pill) => [pill.textContent, pill.hasAttribute('data-open')])).toEqual([
      ['Emma', false],
      ['order number', true],
      ['soon', false],
    ]);
  });

  it('shows what decides whether a part is said', async () => {
    const { card } = await renderCard({ template: 'Hello{{if note}}, {{note}}{{end}}.' });
    expect(card).toHaveTextContent('Hello+ note.');
  });

  it('says what is wrong with a script that cannot be used', async () => {
    const { card } = await renderCard({ template: 'Hello {{note' });
    expect(card).toHaveTextContent('Character 7: braces without a partner.');
  });

  it('shows markup in a script as text', async () => {
    const { card } = await renderCard({ template: '<img src=x onerror=alert(1)>' });
    expect(card).toHaveTextContent('<img src=x onerror=alert(1)>');
    expect(card.querySelector('img')).toBeNull();
  });
});

describe('keys on a card', () => {
  it.each([
    ['{Enter}', 'onInsert'],
    ['c', 'onCopy'],
    ['{Delete}', 'onDismiss'],
  ] as const)('%s calls %s, once', async (key, name) => {
    const { user, card, ...calls } = await renderCard();
    card.focus();
    await user.keyboard(key);
    expect(calls[name]).toHaveBeenCalledOnce();
  });

  it('Space opens the note for the agent and closes it again', async () => {
    const { user, card, onOpen } = await renderCard({ article: { internalNote: 'Check the seal first' } });
    card.focus();
    expect(card).not.toHaveTextContent('Check the seal first');
    await user.keyboard(' ');
    expect(card).toHaveTextContent('Internal: Check the seal first');
    await user.keyboard(' ');
    expect(card).not.toHaveTextContent('Check the seal first');
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it.each(['{Control>}c{/Control}', '{Meta>}c{/Meta}', '{Alt>}{Enter}{/Alt}'])(
    'leave %s to the browser',
    async (keys) => {
      const { user, card, onCopy, onInsert } = await renderCard();
      card.focus();
      await user.keyboard(keys);
      expect(onCopy).not.toHaveBeenCalled();
      expect(onInsert).not.toHaveBeenCalled();
    },
  );

  it('do nothing to a card that cannot be dismissed', async () => {
    const { user, card } = await renderCard({}, { onDismiss: undefined });
    card.focus();
    await user.keyboard('{Delete}');
    expect(card).toBeInTheDocument();
    expect(within(card).queryByRole('button', { name: 'Not this one' })).toBeNull();
  });
});

describe('buttons on a card', () => {
  it.each([
    ['Insert', 'onInsert'],
    ['Copy', 'onCopy'],
    ['Not this one', 'onDismiss'],
  ] as const)('%s calls %s, once, by mouse and by Enter', async (name, call) => {
    const { user, ...calls } = await renderCard();
    await user.click(screen.getByRole('button', { name }));
    expect(calls[call]).toHaveBeenCalledTimes(1);
    screen.getByRole('button', { name }).focus();
    await user.keyboard('{Enter}');
    expect(calls[call]).toHaveBeenCalledTimes(2);
  });

  it('Show all becomes Show less', async () => {
    const { user } = await renderCard();
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(screen.getByRole('button', { name: 'Show less' })).toBeVisible();
  });
});

describe('changing a value where it stands', () => {
  const template = 'Dear {{customer name|you}}, {{order number}} comes {{day:date}} by {{carrier:SF/ZTO}}.';
  const values = { 'customer name': 'Emma', day: '2026-12-01', carrier: 'SF' };

  it('works by keyboard: Tab to it, Enter, type, Enter, and the hand is on the card again', async () => {
    const { user, card, onEdit, onInsert } = await renderCard({ template }, { values });
    card.focus();
    await user.keyboard('{Tab}{Enter}');
    const field = await screen.findByRole('textbox', { name: 'customer name' });
    expect(field).toHaveFocus();
    expect(field).toHaveValue('Emma');
    await user.keyboard('Mrs Lee');
    expect(onEdit).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    expect(onEdit.mock.calls).toEqual([[{ 'customer name': 'Mrs Lee' }]]);
    expect(card).toHaveFocus();
    expect(onInsert).not.toHaveBeenCalled();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('keeps what was typed when the hand goes elsewhere, and drops it on Escape', async () => {
    const { user, card, onEdit } = await renderCard({ template }, { values });
    await user.click(screen.getByRole('button', { name: 'order number: click to fill in' }));
    await screen.findByRole('textbox');
    await user.keyboard('44');
    await user.tab();
    expect(onEdit.mock.calls).toEqual([[{ 'order number': '44' }]]);
    await user.click(screen.getByRole('button', { name: 'customer name: Emma, click to change' }));
    await screen.findByRole('textbox');
    await user.keyboard('X{Escape}');
    expect(onEdit).toHaveBeenCalledTimes(1);
    expect(card).toHaveFocus();
  });

  it('a day is changed as a day, a choice by its choices', async () => {
    const { user, onEdit } = await renderCard({ template }, { values });
    await user.click(screen.getByRole('button', { name: 'day: December 1, click to change' }));
    expect(await screen.findByLabelText('day')).toHaveValue('2026-12-01');
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'carrier: SF, click to change' }));
    expect(await screen.findByRole('radio', { name: 'SF' })).toHaveFocus();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(onEdit.mock.calls).toEqual([[{ carrier: 'ZTO' }]]);
  });

  it('nothing changed is no change; keys of the card stay out of it', async () => {
    const { user, onEdit, onCopy, onDismiss } = await renderCard({ template }, { values });
    await user.click(screen.getByRole('button', { name: /^customer name/ }));
    await screen.findByRole('textbox');
    await user.keyboard('c{Delete}{Backspace}Emma{Enter}');
    expect([onEdit, onCopy, onDismiss].map((call) => call.mock.calls.length)).toEqual([0, 0, 0]);
  });

  it('is on the way of the Tab key in the active card only', async () => {
    await renderCard({ template }, { values, isActive: false });
    expect(screen.getByRole('button', { name: /^customer name/ })).toHaveAttribute('tabindex', '-1');
  });
});
