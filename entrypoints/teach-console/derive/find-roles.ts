/** Marks that tell a customer's rows from our own. Rather unknown than wrong. */
import { listOthers } from './find-others.ts';
import { keyOf, toRule, type MarkedRow, type Rule, type TaughtRows } from './marked-rows.ts';
import { isDecoration, readOther, readSide } from './names.ts';
import type { Mark, Marks, Place } from './marks.ts';

export interface FoundRoles {
  roles: Rule[];
  /** Rows that are no messages. */
  drop: string[];
  /** Rows nothing is known of. */
  unknown: number;
}

const MAX_MARKS = 24;

/** Nothing tells the sides apart; the third line looks like one of them in every way. */
export type RolesProblem = 'no-marks' | 'neither-alike';

export function findRoles(taught: TaughtRows): FoundRoles | RolesProblem {
  const sides = findBothSides(taught) ?? findOneSide(taught);
  if (!sides) return 'no-marks';
  const others = listOthers(taught);
  const taughtOther = findNeither(taught, sides);
  if (taughtOther === 'same') return 'neither-alike';
  // A customer's line stays one, also where it can be seen inside the team alone; a note of ours is none of ours.
  const isNote = ({ role }: Rule) => role === 'internal-note';
  const isTheirs = ({ role }: Rule) => role === 'customer';
  const roles = [
    ...(taughtOther ? [taughtOther] : []),
    ...others.roles.filter((rule) => !isNote(rule)),
    ...sides.rules.filter((rule) => isTheirs(rule) && !sides.isOneSided),
    ...others.roles.filter(isNote),
    ...sides.rules.filter((rule) => !isTheirs(rule) || sides.isOneSided),
  ];
  return { roles: roles.slice(0, 12), drop: others.drop, unknown: countUnknown(taught, sides, others.known) };
}

interface Sides {
  rules: Rule[];
  /** Only one side has a mark: whoever is on the other, the rules say by its absence. */
  isOneSided: boolean;
  isCustomer: (row: MarkedRow) => boolean;
  isAgent: (row: MarkedRow) => boolean;
}

function listOnly(one: Marks, other: Marks): Mark[] {
  return [...one].filter(([key]) => !other.has(key)).map(([, mark]) => mark);
}

interface ScoredPair {
  customer: Mark;
  agent: Mark;
  score: number;
  /** Which rows fall on which side, to compare pairs by. */
  split: string;
}

/** A mark for each side. */
function findBothSides({ rows, customer, agent, item }: TaughtRows): Sides | null {
  const theirs = rank(listOnly(customer.marks, agent.marks), 'customer');
  const ours = rank(listOnly(agent.marks, customer.marks), 'agent');
  const pairs = theirs.flatMap((one) => ours.flatMap((other) => scorePair(one, other, rows) ?? []));
  const best = pairs.toSorted((one, other) => other.score - one.score)[0];
  if (!best) return null;
  const isSaid = isSaying(best.customer, 'customer') || isSaying(best.agent, 'agent');
  // Nothing in the names says who is who, and marks disagree: one of them means something else.
  if (!isSaid && pairs.some(({ split, score }) => split !== best.split && score >= best.score - 1))
    return null;
  return {
    rules: [toRule('customer', best.customer, item), toRule('agent', best.agent, item)],
    isOneSided: false,
    isCustomer: ({ marks }) => marks.has(keyOf(best.customer)),
    isAgent: ({ marks }) => marks.has(keyOf(best.agent)),
  };
}

function isSaying({ name }: Mark, side: 'customer' | 'agent'): boolean {
  return readSide(name) === side;
}

function rank(marks: readonly Mark[], side: 'customer' | 'agent'): Mark[] {
  return marks
    .filter(({ name }) => isWorthy(name, side))
    .toSorted((one, other) => weigh(other, side) - weigh(one, side))
    .slice(0, MAX_MARKS);
}

/** A name that says something else is no mark of a side, even if only that side has it here. */
function isWorthy(name: string, side: 'customer' | 'agent'): boolean {
  return readSide(name) === side || (readOther(name) === null && !isDecoration(name));
}

const PLACES: Record<Place, number> = { row: 1, around: 0.5, within: 0 };

function weigh(mark: Mark, side: 'customer' | 'agent'): number {
  const said = readSide(mark.name);
  let meaning = said === side ? 4 : 0;
  if (said !== null && said !== side) meaning = -2;
  return meaning + PLACES[mark.place];
}

function scorePair(customer: Mark, agent: Mark, rows: readonly MarkedRow[]): ScoredPair | null {
  const sides = rows.map(({ marks }) => {
    const isTheirs = marks.has(keyOf(customer));
    const isOurs = marks.has(keyOf(agent));
    if (isTheirs && isOurs) return 'x';
    if (isTheirs) return 'c';
    return isOurs ? 'a' : '-';
  });
  if (sides.includes('x')) return null;
  const covered = sides.filter((side) => side !== '-').length / Math.max(1, sides.length);
  const attributeOf = ({ selector }: Mark) => /^\[([\w-]+)=/.exec(selector)?.[1];
  const isSameAttribute = attributeOf(customer) !== undefined && attributeOf(customer) === attributeOf(agent);
  const isSamePlace = customer.place === agent.place ? 0.5 : 0;
  const score = weigh(customer, 'customer') + weigh(agent, 'agent') + covered * 4 + isSamePlace;
  return { customer, agent, score: score + (isSameAttribute ? 2 : 0), split: sides.join('') };
}

/** Only one side is marked, as in consoles that mark nothing but their own lines: the name must say so. */
function findOneSide(taught: TaughtRows): Sides | null {
  const { customer, agent } = taught;
  const ours = rank(listOnly(agent.marks, customer.marks), 'agent').filter((mark) => isSaying(mark, 'agent'));
  const theirs = rank(listOnly(customer.marks, agent.marks), 'customer').filter((mark) =>
    isSaying(mark, 'customer'),
  );
  const mark = ours.find(({ place }) => place === 'row') ?? theirs.find(({ place }) => place === 'row');
  if (!mark) return null;
  return splitByOne(taught, mark, ours.includes(mark) ? 'agent' : 'customer');
}

/** The others are only those that look in every other way like the line that was shown. */
function splitByOne({ rows, customer, agent }: TaughtRows, mark: Mark, side: 'customer' | 'agent'): Sides {
  const kinds = [...customer.marks.values()].filter(
    (kind) =>
      kind.place === 'row' &&
      agent.marks.has(keyOf(kind)) &&
      // An attribute says of which kind a line is, also while only one kind is there.
      (kind.selector.startsWith('[data-') || rows.some(({ marks }) => !marks.has(keyOf(kind)))),
  );
  const strangers = rows.flatMap(({ marks }) =>
    [...marks.values()].filter(
      (one) => one.place === 'row' && !customer.marks.has(keyOf(one)) && !agent.marks.has(keyOf(one)),
    ),
  );
  const isKind = ({ marks }: MarkedRow) => kinds.every((kind) => marks.has(keyOf(kind)));
  const isStrange = ({ marks }: MarkedRow) => strangers.some((one) => marks.has(keyOf(one)));
  const isMarked = (row: MarkedRow) => isKind(row) && row.marks.has(keyOf(mark));
  const isUnmarked = (row: MarkedRow) => isKind(row) && !isStrange(row) && !row.marks.has(keyOf(mark));
  const kind = kinds.map(({ selector }) => selector).join('');
  const not = [mark, ...strangers].map(({ selector }) => selector);
  const unmarked = `${kind || '*'}${[...new Set(not)]
    .slice(0, 6)
    .map((selector) => `:not(${selector})`)
    .join('')}`;
  const marked: Rule = { role: side, row: [`${kind}${mark.selector}`] };
  const rest: Rule = { role: side === 'agent' ? 'customer' : 'agent', row: [unmarked] };
  return {
    rules: [marked, rest],
    isOneSided: true,
    isAgent: side === 'agent' ? isMarked : isUnmarked,
    isCustomer: side === 'agent' ? isUnmarked : isMarked,
  };
}

/** @returns `same` if the line looks like one of the two sides in every way */
function findNeither({ customer, agent, neither, item }: TaughtRows, sides: Sides): Rule | 'same' | null {
  if (!neither) return null;
  const own = [...neither.marks.values()].filter(
    (mark) => !customer.marks.has(keyOf(mark)) && !agent.marks.has(keyOf(mark)),
  );
  const [best] = own.toSorted((one, other) => weighOther(other) - weighOther(one));
  if (best) return toRule(readOther(best.name) ?? 'system', best, item);
  return sides.isCustomer(neither) || sides.isAgent(neither) ? 'same' : null;
}

function weighOther({ name, place }: Mark): number {
  return (readOther(name) ? 4 : 0) + PLACES[place];
}

function countUnknown(
  { rows, neither }: TaughtRows,
  sides: Sides,
  isOther: (row: MarkedRow) => boolean,
): number {
  const isKnown = (row: MarkedRow) =>
    isOther(row) || sides.isCustomer(row) || sides.isAgent(row) || row === neither;
  return rows.filter((row) => !isKnown(row)).length;
}
