/** Rows of every table whose first column has this heading: cells trimmed, code marks removed. */
export function readTables(text: string, heading: string): string[][] {
  const rows: string[][] = [];
  let isInside = false;
  for (const line of text.split('\n')) {
    const cells = readRow(line);
    if (cells[0] === heading) isInside = true;
    else if (cells.length === 0) isInside = false;
    else if (isInside && !/^-+$/.test(cells[0] ?? '')) rows.push(cells);
  }
  return rows;
}

function readRow(line: string): string[] {
  if (!line.startsWith('|')) return [];
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1'));
}
