/** A draft or a message in sentences, and these in clauses, each with its place. */

export interface Clause {
  start: number;
  /** Before the sign that ends it. */
  end: number;
}

export interface Sentence extends Clause {
  clauses: Clause[];
  /** The sign that ends it: empty, `。`, `?`, a line break… */
  mark: string;
}

/** A dot ends a sentence where a space follows, except after `a.m.` and titles. */
const SENTENCE_END = /[。!?！？;；\n…]+|(?<!\b(?:[ap]\.m|mr|mrs|ms|dr|no|e\.g|i\.e))\.(?=\s|$)/giu;
/** Commas and colons between digits belong to them; a space between two Chinese characters stands for a comma. */
const CLAUSE_END =
  /(?<!\d)[,:]|[,:](?!\d)|[，：~～—]+|\s[-–]\s|(?<=[\p{Script=Han}\p{N}])[ \u3000]+(?=\p{Script=Han})/gu;

export function splitSentences(text: string): Sentence[] {
  return split(text, { start: 0, end: text.length }, SENTENCE_END).map(({ start, end, mark }) => ({
    start,
    end,
    mark,
    clauses: split(text, { start, end }, CLAUSE_END).map((clause) => ({
      start: clause.start,
      end: clause.end,
    })),
  }));
}

function split(text: string, within: Clause, sign: RegExp): (Clause & { mark: string })[] {
  const parts: (Clause & { mark: string })[] = [];
  const part = text.slice(within.start, within.end);
  let start = 0;
  const add = (end: number, mark: string) => {
    const trimmed = trim(part, start, end);
    if (trimmed.end > trimmed.start) {
      parts.push({ start: within.start + trimmed.start, end: within.start + trimmed.end, mark });
    }
  };
  for (const match of part.matchAll(sign)) {
    add(match.index, match[0]);
    start = match.index + match[0].length;
  }
  add(part.length, '');
  return parts;
}

function trim(text: string, start: number, end: number): Clause {
  const part = text.slice(start, end);
  const lead = part.length - part.trimStart().length;
  return { start: start + lead, end: start + Math.max(lead, part.trimEnd().length) };
}
