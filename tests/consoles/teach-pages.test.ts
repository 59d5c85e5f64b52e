/** A person teaches every saved page as if no adapter knew it: right roles, or a clear word that it cannot be done. */
import { describe, expect, it } from 'vitest';
import { BUNDLED_ADAPTERS, type ConsoleAdapter } from '../../knowledge/adapters/index.ts';
import { consoleAdapterSchema } from '../../knowledge/contracts/index.ts';
import type { Message } from '../../knowledge/conversation/index.ts';
import { listSavedPages, readOnce, showPage, type SavedPage } from '../support/fake-console-page.ts';
import { lookAt, teach, type Lesson, type Reach } from '../support/teach-by-hand.ts';

/** Without its address, and with an id that a test has, too. */
function adaptToTest({ consoleId }: SavedPage): ConsoleAdapter | null {
  const known = BUNDLED_ADAPTERS.find(({ id }) => id === consoleId);
  if (!known) return null;
  const { urls: _, ...match } = known.match;
  return { ...known, match, conversation: { id: [{ url: '^(.+)' }] } };
}

interface Taught {
  page: SavedPage;
  lesson: Lesson;
}

function teachPage(page: SavedPage, reach: Reach): Taught {
  showPage(page.html);
  openShadowRoots();
  const adapter = adaptToTest(page);
  const scene = adapter && lookAt(adapter);
  const lesson = scene && teach(scene, reach);
  if (!lesson) throw new Error(`nothing to point at on ${page.consoleId}/${page.name}`);
  return { page, lesson };
}

/** As a browser does with a page that it loads; what is parsed by hand has the templates still. */
function openShadowRoots(): void {
  for (const template of document.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode="open"]')) {
    template.parentElement?.attachShadow({ mode: 'open' }).append(template.content);
    template.remove();
  }
}

/** Where one side has not written yet there is nothing to point at, nor where replies are written elsewhere. */
function isComplete(page: SavedPage): boolean {
  const { expected } = page;
  const hasBothSides = ['customer', 'agent'].every((side) =>
    expected.messages.some(({ role }) => role === side),
  );
  const adapter = adaptToTest(page);
  return hasBothSides && adapter !== null && adapter.composer.openHint === undefined;
}

/**
 * Pages on which nothing but a colour or a name tells a colleague, a bot or a note from one of the two sides: there a
 * person sees in the preview that it is not right.
 */
const SEEN_IN_PREVIEW = ['chatwoot/web-chat', 'rocket-chat/bot-and-colleague', 'pinduoduo/order-chat'];

const squeeze = (text: string) => text.replaceAll(/\s+/g, '');

/** Lines read as a side that is not theirs. What is read together, such as a quote, counts as its first line. */
function listWrong({ page, lesson }: Taught): Message[] {
  if ('problem' in lesson.result) return [];
  const { conversation } = readOnce(atHome(lesson.result.adapter));
  return (conversation?.messages ?? []).filter(({ role, text }) => {
    if (role !== 'customer' && role !== 'agent') return false;
    const expected = page.expected.messages.filter((line) => isSame(text, line.text));
    return expected.length > 0 && !expected.some((line) => line.role === role);
  });
}

function isSame(read: string, line: string): boolean {
  const [one, other] = [squeeze(read), squeeze(line)];
  return one.includes(other.slice(0, 40)) || other.includes(one);
}

/** In a test the address is no console's. */
function atHome(adapter: ConsoleAdapter): ConsoleAdapter {
  return { ...adapter, match: { signature: ['body'] } };
}

function listKnown({ page, lesson }: Taught): string[] {
  if ('problem' in lesson.result) return [];
  const messages = readOnce(atHome(lesson.result.adapter)).conversation?.messages ?? [];
  return page.expected.messages
    .filter(({ role }) => role === 'customer' || role === 'agent')
    .filter((line) => messages.some(({ role, text }) => role === line.role && isSame(text, line.text)))
    .map(({ text }) => text);
}

const PAGES = listSavedPages()
  .filter(isComplete)
  .map((page) => Object.assign(page, { title: `${page.consoleId}/${page.name}` }));
const REACHES: Reach[] = ['row', 'text'];

describe.each(PAGES)('$title', (page) => {
  it.each(REACHES)('is taught in at most four clicks, on the %s, to a right adapter or none', (reach) => {
    const taught = teachPage(page, reach);
    expect(taught.lesson.clicks).toBeLessThanOrEqual(4);
    expect(listFaults(taught)).toEqual([]);
  });
});

/** What is wrong with the outcome; nothing is wrong with a clear no. */
function listFaults(taught: Taught): string[] {
  const { page, lesson } = taught;
  if ('problem' in lesson.result) return lesson.result.problem === 'no-marks' ? [] : [lesson.result.problem];
  const wrong = SEEN_IN_PREVIEW.includes(`${page.consoleId}/${page.name}`) ? [] : listWrong(taught);
  const sides = page.expected.messages.filter(({ role }) => role === 'customer' || role === 'agent');
  const isHalfRead = listKnown(taught).length < sides.length * 0.6;
  return [
    ...(consoleAdapterSchema.safeParse(lesson.result.adapter).success ? [] : ['no adapter']),
    ...wrong.map(({ role, text }) => `${role}: ${text}`),
    ...(isHalfRead ? ['half of it is not read'] : []),
  ];
}

it('most pages can be taught', { timeout: 30_000 }, () => {
  const all = PAGES.map((page) => teachPage(page, 'text'));
  const right = all.filter(
    (taught) => !('problem' in taught.lesson.result) && listWrong(taught).length === 0,
  );
  expect(all.length).toBeGreaterThan(20);
  expect(right.length / all.length).toBeGreaterThanOrEqual(0.75);
});
