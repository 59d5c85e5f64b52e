/** No key without a line in the help. */
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { SHORTCUTS } from '../../components/shell/ShortcutHelp.tsx';
import { REWRITE_KEY } from '../../utils/keyboard/shortcut.ts';
import { describeManifest } from './support/manifest.ts';
import { findNodes, listCalls, parseFile, readStringLiteral } from './support/syntax.ts';

/** What browsers call keys, and what is printed on them. */
const NAMES: Record<string, string> = {
  ' ': 'Space',
  Escape: 'Esc',
  Backspace: 'Delete',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

const EXPLAINED = new Set([
  ...SHORTCUTS.map(({ keys }) => keys.join('+').toUpperCase()),
  ...SHORTCUTS.flatMap(({ keys }) => keys.map((key) => key.toUpperCase())),
]);

/** On a Mac ⌘ stands for Ctrl; the help names one of them. */
function nameShortcut(shortcut: string): string {
  return (NAMES[shortcut] ?? shortcut).replace(/^Meta\+/, 'Ctrl+').toUpperCase();
}

/** Keys of `{ Enter: …, Delete: … }[event.key]`. */
function listKeysOfTables(path: string): string[] {
  return findNodes(parseFile(path), ts.isElementAccessExpression)
    .filter(({ argumentExpression }) => argumentExpression.getText() === 'event.key')
    .flatMap(({ expression }) => (ts.isObjectLiteralExpression(expression) ? expression.properties : []))
    .flatMap(({ name }) => (name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : []));
}

describe('the shortcut help explains', () => {
  const panelKeys = [
    'components/state/use-panel-keys.ts',
    'components/state/use-promise-key.ts',
    'components/complaint/ComplaintWatch.tsx',
  ].flatMap((path) =>
    listCalls(path).flatMap(({ name, args }) =>
      name === 'matchesShortcut' ? (readStringLiteral(args[1]) ?? []) : [],
    ),
  );
  const cardKeys = listKeysOfTables('components/suggestions/SuggestionCard.tsx');

  test('more than a few keys, so these tests see something', () => {
    expect(panelKeys.length).toBeGreaterThan(2);
    expect(cardKeys.length).toBeGreaterThan(2);
  });

  test.each(panelKeys)('%s, which the whole panel listens to', (shortcut) => {
    expect([...EXPLAINED], `add ${shortcut} to SHORTCUTS in ShortcutHelp.tsx`).toContain(
      nameShortcut(shortcut),
    );
  });

  test('the key for better words, which works in the console too', () => {
    expect([...EXPLAINED], 'name it in SHORTCUTS in ShortcutHelp.tsx').toContain(nameShortcut(REWRITE_KEY));
  });

  test.each(['chrome', 'firefox'])('the commands that %s knows', async (browser) => {
    const { commands = {} } = await describeManifest(browser);
    const suggested = Object.values(commands).flatMap(({ suggested_key }) => suggested_key?.default ?? []);
    expect(suggested).not.toEqual([]);
    for (const shortcut of suggested) {
      expect([...EXPLAINED], `add ${shortcut} to SHORTCUTS in ShortcutHelp.tsx`).toContain(
        nameShortcut(shortcut),
      );
    }
  });

  test.each(cardKeys)('“%s”, which a card listens to', (key) => {
    expect([...EXPLAINED], `add “${key}” to SHORTCUTS in ShortcutHelp.tsx`).toContain(nameShortcut(key));
  });
});
