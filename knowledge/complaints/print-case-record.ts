/** A case record as Markdown and as a page to print. The same record always gives the same document. */
import { maskPii } from '../privacy/index.ts';
import type { CaseRecord } from './case-record.ts';
import { putInWords, type PrintContext } from './record-words.ts';

export function writeRecordMarkdown(record: CaseRecord, context: PrintContext): string {
  const { title, standard, facts, sections } = putInWords(record, context);
  const lines = [
    `# ${escapeMarkdown(title)}`,
    '',
    escapeMarkdown(standard),
    '',
    ...facts.map(({ name, value }) => `- **${escapeMarkdown(name)}** ${escapeMarkdown(value)}`),
    ...sections.map(({ heading, entries, nothing }) => {
      const items = entries.map((entry) => `- ${escapeMarkdown(entry)}`);
      return `\n## ${heading}\n\n${items.length > 0 ? items.join('\n') : nothing}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

/** A whole page: no script, no address, nothing to load. */
export function writeRecordPage(record: CaseRecord, context: PrintContext): string {
  const { title, standard, facts, sections } = putInWords(record, context);
  const rows = facts.map(
    ({ name, value }) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  const parts = sections.map(({ heading, entries, nothing }) => {
    const items = entries.map((entry) => `<li>${escapeHtml(entry)}</li>`);
    const body = items.length > 0 ? `<ul>${items.join('')}</ul>` : `<p>${escapeHtml(nothing)}</p>`;
    return `<section><h2>${escapeHtml(heading)}</h2>${body}</section>`;
  });
  return [
    '<!doctype html>',
    `<html lang="${context.locale}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)} ${escapeHtml(record.id)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(standard)}</p>`,
    `<table>${rows.join('')}</table>`,
    ...parts,
    '</body></html>',
    '',
  ].join('\n');
}

const STYLE = [
  'body{font:15px/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}',
  'h1{font-size:1.4rem}h2{font-size:1.05rem;margin:1.4rem 0 .3rem}',
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.3rem .6rem;text-align:left}',
  'th{width:10rem;font-weight:600}li{white-space:pre-wrap;overflow-wrap:anywhere}section{break-inside:avoid}',
].join('');

/** Masked once more: a record may have been edited by hand. */
function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return maskPii(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** One line that says what was said: no heading, link, image or markup can be made of it. */
function escapeMarkdown(text: string): string {
  return maskPii(text)
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' / ')
    .replace(/[\\`*_{}[\]<>#|!~&]/g, '\\$&')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, '$1\\$2')
    .replace(/:\/\//g, ':\\//');
}
