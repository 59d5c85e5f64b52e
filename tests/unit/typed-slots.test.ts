import { describe, expect, test } from 'vitest';
import {
  changeTypedSlots,
  editSlots,
  NOTHING_TYPED,
  settleEdits,
  typeSlots,
  type TypedSlotsByContact,
} from '../../components/state/typed-slots.ts';

describe('what was typed into slots', () => {
  test('stays with its contact', () => {
    const one = changeTypedSlots({}, 'c1', (typed) => typeSlots(typed, { 时间: '三点' }));
    const both = changeTypedSlots(one, 'c2', (typed) => typeSlots(typed, { 时间: '五点' }));
    expect(both['c1']?.values).toEqual({ 时间: '三点' });
    expect(both['c2']?.values).toEqual({ 时间: '五点' });
  });

  test('is let go of where nothing was typed for longest', () => {
    let all: TypedSlotsByContact = {};
    for (let at = 0; at < 30; at += 1) all = changeTypedSlots(all, `c${at}`, (typed) => typed);
    all = changeTypedSlots(all, 'c0', (typed) => typed);
    all = changeTypedSlots(all, 'new', (typed) => typed);
    expect(Object.keys(all)).toHaveLength(30);
    expect(all['c0']).toBeDefined();
    expect(all['c1']).toBeUndefined();
  });
});

describe('a value changed in a card', () => {
  test('holds for every script where it says who or which case, else for this one', () => {
    const edited = editSlots(NOTHING_TYPED, 'a', { 客户称呼: '王女士', 时间: '三点' });
    expect(edited).toEqual({ values: { 客户称呼: '王女士' }, edits: { a: { 时间: '三点' } } });
  });

  test('has gone out with it: it is offered again, and no longer said by itself', () => {
    const edited = editSlots(editSlots(NOTHING_TYPED, 'a', { 时间: '三点' }), 'b', { 时间: '五点' });
    expect(settleEdits(edited, 'a')).toEqual({ values: { 时间: '三点' }, edits: { b: { 时间: '五点' } } });
  });
});
