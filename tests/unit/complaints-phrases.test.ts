import { describe, expect, test } from 'vitest';
import { compilePhrase } from '../../knowledge/complaints/index.ts';

function find(source: string, text: string): string | null {
  const phrase = compilePhrase(source);
  if (!phrase.ok) throw new Error(phrase.reason);
  const span = phrase.value.find(text);
  return span && text.slice(span.start, span.end);
}

describe('a phrase', () => {
  test.each([
    ['理解|明白…心情|感受', '我非常理解您现在的心情', '理解您现在的心情'],
    ['理解|明白…心情|感受', '我理解。您的心情不重要', null],
    ['退|赔…元', '退您20元', '退您20元'],
    ['^好的|行$', '好的。那就这样', '好的'],
    ['^好的|行$', '你们是好的服务', null],
    ['ok', 'Booked!', null],
    ['ok', 'OK then', 'OK'],
    ['apolog*', 'My apologies', 'apologies'],
    ["i'm", 'I’m here', 'I’m'],
    ['１２', '共12元', '12'],
    ['12', '共１２元', '１２'],
    ['/退\\d{2,4}元/', '现在退200元', '退200元'],
  ])('%s in “%s”', (source, text, found) => {
    expect(find(source, text)).toBe(found);
  });

  test('parts stand near each other', () => {
    expect(find('理解…心情', `理解${'很'.repeat(40)}心情`)).toBeNull();
  });

  test('a regular expression reads the whole of a long text', () => {
    expect(find('/尾号\\d{4}/', `${'好'.repeat(900)}尾号1234`)).toBe('尾号1234');
  });
});

describe('an author is told what is wrong', () => {
  test.each([
    ['', 'empty-phrase'],
    ['理解…', 'empty-phrase'],
    ['好||行', 'empty-phrase'],
    ['*', 'empty-phrase'],
    ['好'.repeat(501), 'long-phrase'],
    ['一…二…三…四…五', 'long-phrase'],
    ['/(a+)+$/', 'slow-pattern'],
    ['/(.*)*x/', 'slow-pattern'],
    ['/[/', 'slow-pattern'],
    ['/(?=a)b/', 'slow-pattern'],
  ])('%s: %s', (source, reason) => {
    expect(compilePhrase(source)).toEqual({ ok: false, reason });
  });
});
