/** JSON lines over byte streams: how a test and its customer processes talk. */
import type { Readable, Writable } from 'node:stream';

/**
 * Calls `onLine` for each complete line of a UTF-8 stream. `node:readline` is not used because it
 * also breaks at U+2028 and U+2029, which may stand inside a JSON string.
 */
export function eachLine(stream: Pick<Readable, 'setEncoding' | 'on'>, onLine: (line: string) => void): void {
  // With an encoding set, Node keeps the bytes of a character that is cut by a chunk's end.
  stream.setEncoding('utf8');
  let rest = '';
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
    }
  });
}

/**
 * Calls `onValue` for each value of a stream of JSON lines. Values are taken at their word: both
 * ends of these streams are in this folder and share the types below.
 */
export function eachValue<T>(
  stream: Pick<Readable, 'setEncoding' | 'on'>,
  onValue: (value: T) => void,
): void {
  eachLine(stream, (line) => onValue(JSON.parse(line) as T));
}

/** Writes one value as one line. */
export function writeLine(stream: Writable, value: unknown): void {
  stream.write(`${JSON.stringify(value)}\n`);
}

/** What a test tells a customer process. */
export type CustomerCommand = { type: 'say'; id: number; text: string; room?: string } | { type: 'close' };

/** What a customer process tells the test. */
export type CustomerEvent =
  | { type: 'ready' }
  | { type: 'said'; id: number }
  | { type: 'refused'; id: number; reason: string }
  | { type: 'got'; text: string; html?: string }
  | { type: 'failed'; reason: string };
