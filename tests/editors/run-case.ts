/** One reply into one editor: what its own model holds, where typing goes on, what undo does. */
import type { InsertionResult } from '../../knowledge/conversation/index.ts';
import { TYPED_AFTER, type Case } from './cases.ts';
import type { EditorBrowser } from './browsers.ts';
import type { SetUp } from './set-ups.ts';

export interface CaseResult {
  setUp: string;
  case: string;
  ok: boolean;
  /** The reply is not right, and the inserter did not say so. */
  isSilent: boolean;
  isDouble: boolean;
  problems: string[];
  milliseconds: number;
}

const READY_MS = 20_000;
const SETTLE_MS = 60;
const UNDO_PRESSES = 12;

export async function runCase(
  browser: EditorBrowser,
  base: string,
  setUp: SetUp,
  test: Case,
): Promise<CaseResult> {
  await open(browser, base, setUp);
  const draft = test.draft.join('');
  if (draft) await typeDraft(browser, test);
  const globals = await listTraces(browser);
  const startedAt = performance.now();
  const result = await insert(browser, setUp, test);
  const milliseconds = Math.round(performance.now() - startedAt);
  await pause(SETTLE_MS);
  const inserted = await read(browser);
  const traces = (await listTraces(browser)).filter((name) => !globals.includes(name));
  const markup = setUp.isRich ? await browser.evaluate<string>('window.editorPage.readMarkup()') : '';
  await browser.type(TYPED_AFTER);
  await pause(SETTLE_MS);
  const typed = await read(browser);
  const undone = await undo(browser, draft);
  const shown = test.shown ?? test.text;
  const kept = listKept(test);
  const wanted = kept.join(shown);
  const typedAfter = test.replaces === undefined ? kept.join(shown + TYPED_AFTER) : typeBehind(test, wanted);
  const problems = [
    ...(result.ok ? [] : [`said ${result.reason}`]),
    ...compare('model', inserted, wanted),
    ...compare('after typing', typed, typedAfter),
    ...compareMarkup(test, markup),
    ...compare('traces', traces.join(), ''),
  ];
  // Nobody wants a placeholder back.
  if (!test.isPlaceholder && undone !== draft && undone !== (await undoTyped(browser, base, setUp, test)))
    problems.push(...compare('after undo', undone, draft));
  return {
    setUp: setUp.id,
    case: test.id,
    ok: problems.length === 0,
    isSilent: result.ok && inserted !== wanted,
    isDouble: inserted.split(shown).length > 2,
    problems,
    milliseconds,
  };
}

/** The caret stays where it was in what the agent had typed. */
function typeBehind({ draft: [, after] }: Case, wanted: string): string {
  const at = wanted.length - after.length;
  return wanted.slice(0, at) + TYPED_AFTER + wanted.slice(at);
}

async function open(browser: EditorBrowser, base: string, { id }: SetUp): Promise<void> {
  await browser.open(`${base}/${id}`);
  await waitFor(
    browser,
    `Boolean(window.editorPage) && document.documentElement.dataset.inserter === 'ready'`,
  );
}

/** Types what the agent had typed, and leaves caret or selection where it was. */
async function typeDraft(
  browser: EditorBrowser,
  { draft: [before, after], selected = 0 }: Case,
): Promise<void> {
  const [x, y] = await browser.evaluate<[number, number]>(`(() => {
    const { composer, frame } = window.editorPage;
    const inner = composer.getBoundingClientRect();
    const outer = frame?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return [outer.left + inner.left + 20, outer.top + inner.top + Math.min(inner.height / 2, 14)];
  })()`);
  await browser.click(x, y);
  await browser.type(before + after);
  for (let step = 0; step < after.length + selected; step += 1) {
    await browser.press('ArrowLeft', selected > 0 ? 'Shift' : undefined);
    await pause(30);
  }
  // Undo takes back what was typed in one go; the reply must not be part of it.
  await pause(1_100);
  if (selected === 0 && after) await correctCaret(browser, after.length);
}

/** Trix loses a key that comes before it has drawn the one before: a person would press again. */
async function correctCaret(browser: EditorBrowser, wanted: number): Promise<void> {
  for (let tries = 0; tries < 12; tries += 1) {
    const behind = await browser.evaluate<number>('window.editorPage.countBehindCaret()');
    if (behind === wanted) return;
    await browser.press(behind < wanted ? 'ArrowLeft' : 'ArrowRight');
    await pause(200);
  }
}

/** What of the draft must stand around the text in the end. */
function listKept({ draft, called = '', isPlaceholder, replaces }: Case): readonly string[] {
  const [before, after] = draft;
  if (replaces !== undefined) return draft.join('').split(replaces);
  return isPlaceholder ? ['', ''] : [before.slice(0, before.length - called.length), after];
}

function insert(
  browser: EditorBrowser,
  setUp: SetUp,
  { text, draft, called, isPlaceholder, replaces }: Case,
): Promise<InsertionResult> {
  const { frame = [], newline = 'keep' } = setUp;
  const placeholder = isPlaceholder ? [draft.join('')] : [];
  const order = JSON.stringify({
    text,
    replaces,
    called,
    composer: { frame, selector: [setUp.composer], newline, placeholder },
  });
  return browser.evaluate<InsertionResult>(`new Promise((done) => {
    document.addEventListener('reply-inserted', ({ detail }) => done(JSON.parse(detail)), { once: true });
    document.dispatchEvent(new CustomEvent('insert-reply', { detail: ${JSON.stringify(order)} }));
  })`);
}

/** What nobody but us could have left in the page: globals, and keys and clicks that no person made. */
function listTraces(browser: EditorBrowser): Promise<string[]> {
  return browser.evaluate('window.editorPage.listTraces()');
}

/** Presses until the draft is back, as a person would. @returns what is there in the end */
async function undo(browser: EditorBrowser, draft: string): Promise<string> {
  let text = await read(browser);
  for (let press = 0; press < UNDO_PRESSES && text !== draft; press += 1) {
    await browser.press('z', 'Control');
    await pause(20);
    text = await read(browser);
  }
  return text;
}

/**
 * Some editors' own undo goes further back than one wants, also for what a person typed (Summernote). What undo
 * does for typed text is all it has to do for ours. @returns what is left of the same text, typed
 */
async function undoTyped(
  browser: EditorBrowser,
  base: string,
  setUp: SetUp,
  test: Case,
): Promise<string | null> {
  if (test.text.includes('\n') || test.shown) return null;
  await open(browser, base, setUp);
  await typeDraft(browser, { ...test, selected: 0 });
  await browser.type(test.text + TYPED_AFTER);
  await pause(SETTLE_MS);
  return undo(browser, test.draft.join(''));
}

function compareMarkup({ markup = [] }: Case, found: string): string[] {
  const plain = found.replaceAll('&nbsp;', ' ');
  return markup.filter((wanted) => !wanted.test(plain)).map((wanted) => `no ${wanted.source} in ${found}`);
}

/** Editors keep spaces at borders as no-break ones; a person sees no difference. */
async function read(browser: EditorBrowser): Promise<string> {
  return (await browser.evaluate<string>('window.editorPage.read()')).replaceAll('\u00a0', ' ');
}

function compare(what: string, found: string | number, wanted: string | number): string[] {
  return found === wanted ? [] : [`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`];
}

async function waitFor(browser: EditorBrowser, expression: string): Promise<void> {
  for (let waited = 0; waited < READY_MS; waited += 25) {
    if (await browser.evaluate<boolean>(expression)) return;
    await pause(25);
  }
  throw new Error('the editor did not start');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
