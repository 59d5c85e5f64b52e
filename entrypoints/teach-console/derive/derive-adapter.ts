/** An adapter from what a person pointed at: two lines, perhaps a third, and the field for replies. */
import type {
  ConsoleAdapter,
  TeachingProblem,
  TaughtConsole,
} from '../../../knowledge/conversation/index.ts';
import { isMatchPattern } from '../../../utils/text/match-pattern.ts';
import { matches, query, rootOf, shareRoot } from './elements.ts';
import { findComposer } from './find-composer.ts';
import { findChatArea, findConversation } from './find-conversation.ts';
import { findIds, findOrder, findTime } from './find-ids.ts';
import { findRoles, type FoundRoles, type RolesProblem } from './find-roles.ts';
import type { MarkedRow } from './marked-rows.ts';
import { findRows, listSpeaking, type FoundRows } from './find-rows.ts';
import { listTexts, pickText, type FoundText } from './find-text.ts';
import { listMarks, listShownNames, type MarkOptions } from './marks.ts';
import { isConversationName } from './names.ts';
import { describeFrames, describeByMarks, isOnly } from './places.ts';

const MAX_SAMPLE = 100;

/** What was pointed at. */
export interface PointedLines {
  customer: Element;
  agent: Element;
  neither: Element | null;
}

export interface FoundLines {
  rows: FoundRows;
  text: FoundText;
  roles: FoundRoles;
}

/** What two or three lines tell, before the composer is known. */
export function findLines(
  { customer, agent, neither }: PointedLines,
  composer: Element | null,
): FoundLines | TeachingProblem | 'neither-alike' {
  const shared = shareRoot(customer, agent);
  if (!shared) return 'not-one-list';
  const rows = findRows(...shared, composer);
  if (!rows) return 'not-one-list';
  if (rows.customer === rows.agent) return 'same-line';
  const speaking = pickSample(rows);
  const texts = listTexts(speaking, rows.item);
  let problem: TeachingProblem | 'neither-alike' = texts.length > 0 ? 'no-marks' : 'no-text';
  for (const text of texts) {
    const roles = findRolesOf(rows, speaking, { text, neither });
    if (typeof roles !== 'string') return { rows, text, roles };
    problem = roles;
  }
  return problem;
}

/** The newest rows and the two that were shown: enough to learn from, however long the list is. */
function pickSample({ rows, customer, agent }: FoundRows): Element[] {
  const speaking = listSpeaking(rows);
  const newest = new Set(speaking.slice(-MAX_SAMPLE));
  return speaking.filter((row) => newest.has(row) || row === customer || row === agent);
}

function findRolesOf(
  { rows, list, item, customer, agent }: FoundRows,
  speaking: readonly Element[],
  { text, neither }: { text: FoundText; neither: Element | null },
): FoundRoles | RolesProblem {
  const texts = speaking.map((row) => pickText(row, text));
  const names = listShownNames(speaking, texts);
  const mark = (row: Element): MarkedRow => {
    const options: MarkOptions = { list, names, text: pickText(row, text) };
    return { row, marks: listMarks(row, options) };
  };
  const marked = new Map(speaking.map((row) => [row, mark(row)]));
  const find = (row: Element) => marked.get(row) ?? mark(row);
  const third = neither && (rows.find((row) => row.contains(neither)) ?? null);
  return findRoles({
    rows: [...marked.values()],
    customer: find(customer),
    agent: find(agent),
    neither: third ? find(third) : null,
    item,
  });
}

/** @param page the page's address and the name to give it */
export function deriveAdapter(
  lines: PointedLines,
  composer: Element,
  page: { url: string; name: string },
): TaughtConsole | { problem: TeachingProblem } {
  const found = findLines(lines, composer);
  if (typeof found === 'string') return { problem: found === 'neither-alike' ? 'no-marks' : found };
  const { rows } = found;
  const frame = describeFrames(rows.list);
  const chat = describeOpenChat(rows, composer);
  const isFindable =
    chat.openConversation !== undefined || rows.listSelectors.some((selector) => isOnly(selector, rows.list));
  const field = findComposer(composer, rows.list);
  if (!frame || !isFindable) return { problem: 'no-way-in' };
  if (!field) return { problem: 'composer-elsewhere' };
  const { id, isUnproven } = findConversation({ list: rows.list, composer, url: page.url });
  const adapter: ConsoleAdapter = {
    format: 2,
    ...describePage(page, rows),
    version: 1,
    verified: 'saved-page',
    ...(frame.length > 0 ? { frame } : {}),
    ...chat,
    conversation: { id },
    messages: describeMessages(found),
    ...field,
  };
  const isMixed =
    [...rows.rows, rows.list].some((row) => row.contains(composer)) || matches(composer, rows.item);
  return isMixed ? { problem: 'not-one-list' } : { adapter, isUnproven };
}

function describeMessages({ rows, text, roles }: FoundLines): ConsoleAdapter['messages'] {
  const speaking = listSpeaking(rows.rows);
  const ids = findIds(speaking);
  const time = findTime(speaking);
  const { idSelector, idAttribute } = ids;
  const order = findOrder(rows.list, speaking, {
    ...time,
    ...(idSelector || !idAttribute ? {} : { idAttribute }),
  });
  return {
    root: rows.listSelectors,
    item: [rows.item],
    ...order,
    ...ids,
    roles: roles.roles,
    ...text,
    ...(roles.drop.length > 0 ? { drop: roles.drop } : {}),
    ...time,
  };
}

/** By its address; a page without one, such as ours, by what is in it. */
function describePage({ url, name }: { url: string; name: string }, { listSelectors }: FoundRows) {
  const { protocol, host, hostname } = new URL(url);
  const pattern = `${protocol}//${host}/*`;
  const slug = hostname
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .slice(0, 36);
  return {
    id: `own-${slug || 'console'}`,
    name: name.slice(0, 60),
    match: isMatchPattern(pattern) ? { urls: [pattern] } : { signature: listSelectors },
  };
}

/** Consoles keep chats that are open in the page and hidden: then the visible one is meant. */
function describeOpenChat(
  { list, listSelectors }: FoundRows,
  composer: Element,
): { openConversation?: string[] } {
  if (listSelectors.some((selector) => isOnly(selector, list))) return {};
  const area = findChatArea(list, composer);
  const named = area
    .getAttributeNames()
    .filter((name) => name.startsWith('data-') && isConversationName(name))
    .map((name) => `${area.localName}[${name}]`);
  const ways = [...named, ...describeByMarks(area)].filter(
    (selector) => query(rootOf(area), selector).length > 1,
  );
  return ways.length > 0 ? { openConversation: ways.slice(0, 2) } : {};
}
