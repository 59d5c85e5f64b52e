import Papa from 'papaparse';

/** A spreadsheet would run a cell that begins so, in full width too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
/** Without it Excel takes UTF-8 for the local code page and shows Chinese as rubbish. */
const BYTE_ORDER_MARK = '\uFEFF';

/** CSV for spreadsheets. What customers wrote stays text: a cell that looks like a formula gets an apostrophe. */
export function formatCsv(
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const table = { fields: [...headings], data: rows.map((row) => [...row]) };
  return BYTE_ORDER_MARK + Papa.unparse(table, { escapeFormulae: FORMULA, newline: '\r\n' });
}
