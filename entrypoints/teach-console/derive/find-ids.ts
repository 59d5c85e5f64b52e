/** What numbers the messages, when they were written, and which end of the list is the newest. */
import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';

type Messages = ConsoleAdapter['messages'];

const MIN_SHARE = 0.9;
/** A class or a text can happen to differ everywhere; these are there for it. */
const NUMBERING = /^(?:id|key|data-(?:.*-)?(?:id|key|mid|uid|uuid|msgid|messageid|seq|guid|index))$/;

/** @returns an attribute with another value on each row */
export function findIdAttribute(rows: readonly Element[]): string | null {
  const names = rows[0]?.getAttributeNames().filter((name) => NUMBERING.test(name)) ?? [];
  // The console's own number for a message, rather than one for the element.
  const ordered = names.toSorted((one, other) => Number(one === 'id') - Number(other === 'id'));
  return ordered.find((name) => isNumbering(rows.map((row) => row.getAttribute(name)))) ?? null;
}

function isNumbering(values: readonly (string | null)[]): boolean {
  const given = values.filter((value): value is string => Boolean(value));
  return given.length >= values.length * MIN_SHARE && new Set(given).size === given.length;
}

/** Ids of rows that carry none themselves. */
export function findIds(rows: readonly Element[]): Pick<Messages, 'idAttribute' | 'idSelector'> {
  const own = findIdAttribute(rows);
  if (own) return { idAttribute: own };
  const [first] = rows;
  for (const bearer of first ? [...first.querySelectorAll('*')].slice(0, 60) : []) {
    for (const name of bearer.getAttributeNames().filter((attribute) => /^data-.*id$/.test(attribute))) {
      const selector = `[${name}]`;
      const values = rows.map((row) => row.querySelector(selector)?.getAttribute(name) ?? null);
      if (values.length > 1 && isNumbering(values)) return { idAttribute: name, idSelector: selector };
    }
  }
  return {};
}

/** A machine-readable time that every row has. */
export function findTime(rows: readonly Element[]): { time?: NonNullable<Messages['time']> } {
  const sources: NonNullable<Messages['time']>[] = [
    { selector: 'time[datetime]', attribute: 'datetime' },
    ...listTimeAttributes(rows[0]).map((attribute) => ({ attribute })),
    ...listTimeAttributes(
      rows[0]?.querySelector('[data-time], [data-timestamp], [data-isodate], [timestamp]'),
    ).map((attribute) => ({ selector: `[${attribute}]`, attribute })),
  ];
  const time = sources.find((source) => {
    const times = readTimes(rows, source);
    return times.length >= rows.length * MIN_SHARE && times.length > 0;
  });
  return time ? { time } : {};
}

function listTimeAttributes(element: Element | null | undefined): string[] {
  return element?.getAttributeNames().filter((name) => /(?:date|time|timestamp)$/.test(name)) ?? [];
}

function readTimes(
  rows: readonly Element[],
  { selector, attribute }: NonNullable<Messages['time']>,
): number[] {
  const written = rows.map((row) => (selector ? row.querySelector(selector) : row)?.getAttribute(attribute));
  // A year at the least: a bare number parses as anything.
  return written
    .filter((value): value is string => Boolean(value && /\d{4}-\d{2}/.test(value)))
    .map((value) => Date.parse(value))
    .filter((time) => !Number.isNaN(time));
}

/** By times, else by ids that count, else by how the list is laid out; the usual way if nothing says. */
export function findOrder(
  list: Element,
  rows: readonly Element[],
  { time, idAttribute }: Partial<Pick<Messages, 'time' | 'idAttribute'>>,
): { order?: 'desc' } {
  const counted = idAttribute
    ? rows.map((row) => Number(/(\d+)\D*$/.exec(row.getAttribute(idAttribute) ?? '')?.[1]))
    : [];
  const series = [time ? readTimes(rows, time) : [], counted];
  for (const values of series) {
    const direction = compareEnds(values);
    if (direction !== 0) return direction < 0 ? { order: 'desc' } : {};
  }
  return getComputedStyle(list).flexDirection === 'column-reverse' ? { order: 'desc' } : {};
}

/** @returns 1 if they only grow, -1 if they only shrink, 0 if neither */
function compareEnds(values: readonly number[]): number {
  if (values.length < 2 || values.some((value) => Number.isNaN(value))) return 0;
  const steps = values.slice(1).map((value, at) => Math.sign(value - (values[at] ?? value)));
  const moving = steps.filter((step) => step !== 0);
  return moving.length > 0 && new Set(moving).size === 1 ? (moving[0] ?? 0) : 0;
}
