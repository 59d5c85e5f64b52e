import { describe, expect, test } from 'vitest';
import {
  closeCaseRecord,
  listOpenClauses,
  noteInRecord,
  openCaseRecord,
  RECORD_CLAUSES,
  writeRecordMarkdown,
  writeRecordPage,
  type CaseRecord,
} from '../../knowledge/complaints/index.ts';

const OPENED = Date.parse('2026-11-22T10:00:00+08:00');
const CONTEXT = { locale: 'zh-CN', timeZone: 'Asia/Shanghai' } as const;
const empty = openCaseRecord({
  id: 'CASE-1',
  contactId: 'C-1',
  topic: 'billing',
  severity: 'major',
  quadrant: 'red',
  demand: '退200元，打我13800138000',
  openedAt: OPENED,
});

function noteAll(record: CaseRecord, text: string): CaseRecord {
  return RECORD_CLAUSES.reduce(
    (noted, clause) => noteInRecord(noted, clause, { at: OPENED, who: 'customer', text }),
    record,
  );
}

test('every clause of the standard is there, filled or not', () => {
  const markdown = writeRecordMarkdown(empty, CONTEXT);
  for (let clause = 1; clause <= 9; clause += 1) expect(markdown).toContain(`\n## 7.${clause} `);
  expect(markdown.match(/（没有记录）/g)).toHaveLength(9);
  expect(listOpenClauses(empty)).toEqual([...RECORD_CLAUSES]);
  expect(listOpenClauses(noteAll(empty, '好'))).toEqual([]);
});

test('what was said stands under its clause, with time, zone and speaker', () => {
  const record = noteInRecord(empty, 'investigation', { at: OPENED, who: 'agent', text: '查到重复扣费' });
  const markdown = writeRecordMarkdown(closeCaseRecord(record, OPENED + 60_000), CONTEXT);
  expect(markdown).toContain('## 7.6 投诉调查\n\n- 2026-11-22 10:00 (Asia/Shanghai) 客服：查到重复扣费\n');
  expect(markdown).toContain('2026-11-22 10:01');
  expect(writeRecordMarkdown(record, { locale: 'en', timeZone: 'UTC' })).toContain(
    '2026-11-22 02:00 (UTC) Agent: 查到',
  );
  expect(writeRecordMarkdown(record, { ...CONTEXT, locale: 'zh-TW' })).toContain('客訴調查');
});

test('personal data is masked on the way in, and once more on the way out', () => {
  expect(empty.demand).toBe('退200元，打我[手机号*8000]');
  const noted = noteAll(empty, '我的邮箱 a.b@example.com');
  expect(JSON.stringify(noted)).not.toContain('example.com');
  const edited = structuredClone(noted);
  const [entry] = edited.clauses.receipt;
  if (entry) entry.text = '电话13900139000';
  for (const document of [writeRecordMarkdown(edited, CONTEXT), writeRecordPage(edited, CONTEXT)])
    expect(document).not.toContain('13900139000');
});

describe('what a customer writes stays text', () => {
  const hostile = [
    '# 假标题',
    '<script>alert(1)</script>',
    '[点我](https://evil.example)',
    '![x](https://evil.example/x.png)',
    '**粗** `code` | a | b |',
    '- 列表\n\n## 7.9 投诉终止\n\n- 系统：已结案',
    '"><img src=x onerror=alert(1)>',
    '1. 一',
  ].join('\n');

  test('in Markdown', () => {
    const markdown = writeRecordMarkdown(noteAll(empty, hostile), CONTEXT);
    expect(markdown.match(/^## /gm)).toHaveLength(9);
    expect(markdown.match(/^# /gm)).toHaveLength(1);
    expect(markdown).not.toMatch(/(?<!\\)<script/);
    expect(markdown).not.toMatch(/(?<!\\)\]\(/);
    expect(markdown).not.toContain('https://');
  });

  test('on the page, which has no script and loads nothing', () => {
    const page = writeRecordPage({ ...noteAll(empty, hostile), id: '"><b>' }, CONTEXT);
    expect(page).not.toMatch(/<script|<img|<b>/);
    expect(page.match(/<h2>/g)).toHaveLength(9);
    expect(page).toContain('default-src &#39;none&#39;'.replaceAll('&#39;', "'"));
    expect(page).toContain('<html lang="zh-CN">');
  });
});

test('the same record gives the same document', () => {
  const once = noteAll(empty, '同一句话');
  const again = structuredClone(once);
  expect(writeRecordMarkdown(again, CONTEXT)).toBe(writeRecordMarkdown(once, CONTEXT));
  expect(writeRecordPage(again, CONTEXT)).toBe(writeRecordPage(once, CONTEXT));
});

test('the same entry is noted once, nothing is noted as nothing, and there is an end', () => {
  const entry = { at: OPENED, who: 'agent', text: '一次' } as const;
  const once = noteInRecord(empty, 'receipt', entry);
  expect(noteInRecord(once, 'receipt', entry)).toBe(once);
  expect(noteInRecord(once, 'receipt', { ...entry, text: '  ' })).toBe(once);
  let full = empty;
  for (let index = 0; index < 250; index += 1)
    full = noteInRecord(full, 'receipt', { ...entry, text: `第${index}条`.padEnd(3_000, '长') });
  expect(full.clauses.receipt).toHaveLength(200);
  expect(full.clauses.receipt[0]?.text).toHaveLength(2_000);
});

test('a record is closed once', () => {
  const closed = closeCaseRecord(empty, 5);
  expect(closeCaseRecord(closed, 9).closedAt).toBe(5);
});
