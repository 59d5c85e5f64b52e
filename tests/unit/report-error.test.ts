import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { reportError } from '../../utils/errors/report-error.ts';

const SAID = '我13800138000退款没到';

let printed: MockInstance<typeof console.error>;
beforeEach(() => {
  printed = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => printed.mockRestore());

const lines = () => printed.mock.calls.map((call) => call.join(' '));

/** Thrown at one place, so that only the origin or the name can make reports differ. */
const fail = (message: string) => new TypeError(message);

describe('a report', () => {
  test('says where it was noticed, which kind of error it was and where that was thrown', () => {
    reportError('test/where', fail(SAID));
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toMatch(/test\/where.*TypeError.*report-error\.test\.ts:\d+:\d+/);
  });

  test.each([
    ['plain', SAID],
    ['with a time of day in it', `${SAID} 2026-11-18 09:30:15`],
    ['over several lines', `第一行\n${SAID} 09:30:15\n第三行`],
    ['that imitates a stack', `${SAID}\n    at ${SAID} (file.ts:1:2)\n${SAID}@file.ts:1:2`],
  ])('never prints the message: %s', (_how, message) => {
    reportError(`test/${_how}`, fail(message));
    expect(lines()).toHaveLength(1);
    expect(lines().join()).not.toMatch(/退款|13800138000|第一行|第三行|09:30/);
  });

  test('never prints a message that was put into the stack and then changed', () => {
    const error = fail(`${SAID} 09:30:15`);
    expect(error.stack).toContain(SAID);
    error.message = 'something else';
    reportError('test/changed-message', error);
    expect(lines().join()).not.toMatch(/退款|09:30/);
  });

  test.each([
    ['a string', SAID],
    ['an object', { note: SAID }],
    ['nothing', undefined],
  ])('names no more than the type of what is no error: %s', (how, thrown) => {
    reportError(`test/${how}`, thrown);
    expect(lines()).toEqual([`[deskmate] test/${how}: ${typeof thrown}`]);
  });

  test('survives an error without a stack', () => {
    const error = fail(SAID);
    delete error.stack;
    reportError('test/no-stack', error);
    expect(lines()).toEqual(['[deskmate] test/no-stack: TypeError']);
  });
});

describe('the same trouble again', () => {
  test('is reported once, even when its message differs', () => {
    for (let time = 0; time < 5; time += 1) reportError('test/again', fail(`message ${time}`));
    expect(lines()).toHaveLength(1);
  });

  test('is reported again from another origin', () => {
    const error = fail('x');
    reportError('test/one-origin', error);
    reportError('test/other-origin', error);
    expect(lines()).toHaveLength(2);
  });

  test('does not fill memory: after very many others it may be said once more', () => {
    const error = fail('x');
    reportError('test/remembered', error);
    for (let other = 0; other < 500; other += 1) reportError(`test/other-${other}`, error);
    reportError('test/remembered', error);
    expect(lines().filter((line) => line.includes('test/remembered:'))).toHaveLength(2);
  });
});
