/** Promises that hold for every line of the product: what it never does, and how long a file gets. */
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { listFiles, listProductFiles, readText } from './support/repository.ts';
import { findNodes, parseFile, readCode } from './support/syntax.ts';

const MAX_LINES = 250;
/** Who fetches, and how it is sure that it is a file of the extension. */
const FETCHES = [
  /^entrypoints\/background\/starter-knowledge\.ts: fetch\(browser\.runtime\.getURL\(/,
  /^entrypoints\/embedding-worker\/runtime-files\.ts: fetch\(locateOwnFile\(/,
];

const FILES = listProductFiles();

function listMatches(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    [...readCode(path).matchAll(new RegExp(pattern, 'g'))].map(([found]) => `${path}: ${found}`),
  );
}

test('the product is found', () => {
  expect(FILES.length).toBeGreaterThan(100);
});

test('no file is longer than 250 lines', () => {
  const long = listProductFiles(/\.(?:tsx?|css|html)$/).filter(
    (path) => readText(path).trimEnd().split('\n').length > MAX_LINES,
  );
  expect(long, 'split these: one file, one thing').toEqual([]);
});

describe('nothing leaves the machine', () => {
  test('only files of the extension are fetched', () => {
    const fetches = listMatches(FILES, /\bfetch\([^\n]{0,60}/).toSorted();
    const message = 'no build makes a network request';
    expect(fetches, message).toHaveLength(FETCHES.length);
    for (const [at, allowed] of FETCHES.entries()) expect(fetches[at], message).toMatch(allowed);
  });

  test('there is no other way to the network', () => {
    const ways =
      /\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon|importScripts)\b/;
    expect(listMatches(FILES, ways), 'docs/threat-model.md promises that there is none').toEqual([]);
  });

  test('no import is fetched from elsewhere', () => {
    const remote = /(?:from|import\()\s*['"](?:https?:)?\/\//;
    expect(listMatches(FILES, remote), 'install it, so that it is checked and bundled').toEqual([]);
  });
});

describe('people send, we do not', () => {
  const console = listFiles('entrypoints/console.content', /\.tsx?$/);

  test('the code in the console is found', () => {
    expect(console.length).toBeGreaterThan(8);
  });

  test('no code in the console clicks, submits or presses a key', () => {
    const acts = /\.(?:click|submit|requestSubmit)\s*\(|\bnew (?:Keyboard|Mouse|Pointer|Submit)Event\b/;
    const byName = /['"](?:click|submit|requestSubmit|keydown|keypress|keyup)['"]\s*\]/;
    expect(
      [...listMatches(console, acts), ...listMatches(console, byName)],
      'inserting ends in the composer; the person sends',
    ).toEqual([]);
  });

  test('every event made in the console is one that editors take as typing, or as being looked at', () => {
    const made = console.flatMap((path) =>
      findNodes(parseFile(path), ts.isNewExpression)
        .map(({ expression }) => expression.getText())
        .filter((name) => name.endsWith('Event')),
    );
    const strangers = made.filter(
      (name) => !['InputEvent', 'ClipboardEvent', 'FocusEvent', 'Event'].includes(name),
    );
    expect(strangers, 'an event of this kind could send').toEqual([]);
  });
});

test('customers’ text never becomes markup', () => {
  const markup =
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|srcdoc|createContextualFragment)\b/;
  expect(listMatches(FILES, markup), 'show text as text').toEqual([]);
});
