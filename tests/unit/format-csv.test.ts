import { describe, expect, test } from 'vitest';
import { formatCsv } from '../../utils/csv/format-csv.ts';

/** The one cell, as it stands in the file. */
const writeCell = (cell: string | number) =>
  formatCsv(['a'], [[cell]])
    .split('\r\n')
    .slice(1)
    .join('\r\n');

describe('a CSV file', () => {
  test('begins with the mark that tells a spreadsheet it is UTF-8', () => {
    expect(formatCsv(['问题'], [['退款']])).toBe('\uFEFF问题\r\n退款');
  });

  test('quotes what would break a row', () => {
    expect(writeCell('退,"款"\n到账')).toBe('"退,""款""\n到账"');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', '＋1', '－1', '＠x'])(
    'writes %j as text, not as a formula',
    (cell) => {
      expect(writeCell(cell)).toBe(`"'${cell}"`);
    },
  );

  test('leaves numbers and ordinary text as they are', () => {
    expect(writeCell(-0.5)).toBe('-0.5');
    expect(writeCell('退款=原路退回')).toBe('退款=原路退回');
  });

  test('with no rows is its headings', () => {
    expect(formatCsv(['a', 'b'], [])).toBe('\uFEFFa,b\r\n');
  });
});
