/** Classes of phrases, not the phrases the rules were written from: each kind with what is near to it and fine. */
import { describe, expect, test } from 'vitest';
import { checkDraft } from '../../knowledge/compliance/index.ts';
import { readPromises } from '../../knowledge/promises/index.ts';
import DRAFTS from '../support/draft-phrases.json' with { type: 'json' };
import PERSONS from '../support/person-phrases.json' with { type: 'json' };
import PROMISES from '../support/promise-phrases.json' with { type: 'json' };

const SAID = { at: Date.parse('2026-11-20T10:15:00+08:00'), timeZone: 'Asia/Shanghai' };
const conversation = {
  messages: [{ id: 'm1', role: 'customer' as const, text: '我的号是[手机号*1234]', sentAt: null }],
};
const kindsOf = (text: string) =>
  checkDraft({ text, conversation, locale: 'zh-CN' }).map(({ kind }) => kind as string);

describe.each(Object.entries(DRAFTS))('%s', (kind, { found, fine }) => {
  test.each(found)('is: %s', (draft) => {
    expect(kindsOf(draft)).toContain(kind);
  });

  test.each(fine)('is not: %s', (draft) => {
    expect(kindsOf(draft)).toEqual([]);
  });
});

describe('another person', () => {
  test.each(PERSONS.found)('is told of: %s', (draft) => {
    expect(kindsOf(draft)).toEqual(['other-pii']);
  });

  test.each(PERSONS.fine)('is not: %s', (draft) => {
    expect(kindsOf(draft)).toEqual([]);
  });

  test('may be spoken of once the customer did', () => {
    const said = [{ id: 'm1', role: 'customer' as const, text: '隔壁王女士也断网了', sentAt: null }];
    const draft = '隔壁王女士也在这次抢修里';
    expect(checkDraft({ text: draft, conversation: { messages: said }, locale: 'zh-CN' })).toEqual([]);
  });
});

describe('a promise', () => {
  test.each(PROMISES.promised)('is: %s', (text) => {
    expect(readPromises(text, SAID).length).toBeGreaterThan(0);
  });

  test.each(PROMISES.not)('is not: %s', (text) => {
    expect(readPromises(text, SAID)).toEqual([]);
  });

  test('“by then” is the time of the clause before', () => {
    expect(readPromises('新款下周一上架，链接我到时候发您', SAID)).toMatchObject([
      { words: '下周一上架，链接我到时候发您', dueAt: Date.parse('2026-11-23T23:59:00+08:00') },
    ]);
  });
});

test('a remark marks all that its sentence has of its kind', () => {
  const [finding, ...others] = checkDraft({
    text: '好的。这个绝对能退，我保证。',
    conversation: null,
    locale: 'zh-CN',
  });
  expect(finding?.words).toBe('绝对能退，我保证');
  expect(others).toEqual([]);
});

test('the office’s words go along with a sentence that cannot go out at all', () => {
  expect(kindsOf('加我微信，我给您内部价')).toEqual(['diverting']);
  expect(kindsOf('我给您内部价')).toEqual(['internal-words']);
});
