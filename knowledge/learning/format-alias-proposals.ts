import { formatCsv } from '../../utils/csv/format-csv.ts';
import type { AliasProposal } from './propose-aliases.ts';

/** The columns in the order of the file; their headings are the reader's language. */
export const ALIAS_COLUMNS = [
  'articleId',
  'articleTitle',
  'question',
  'contacts',
  'weight',
  'lastAt',
] as const;
export type AliasColumn = (typeof ALIAS_COLUMNS)[number];

/** CSV for whoever keeps the articles elsewhere. Dates are ISO days (UTC), weights have two decimals. */
export function formatAliasProposals(
  proposals: readonly AliasProposal[],
  headings: Record<AliasColumn, string>,
): string {
  return formatCsv(
    ALIAS_COLUMNS.map((column) => headings[column]),
    proposals.map((proposal) => ALIAS_COLUMNS.map((column) => formatCell(proposal, column))),
  );
}

function formatCell(proposal: AliasProposal, column: AliasColumn): string | number {
  if (column === 'lastAt') return new Date(proposal.lastAt).toISOString().slice(0, 10);
  if (column === 'weight') return Math.round(proposal.weight * 100) / 100;
  return proposal[column];
}
