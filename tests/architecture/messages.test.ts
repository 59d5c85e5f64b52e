/** Every message has somebody who listens, and whoever listens checks what comes. */
import { describe, expect, test } from 'vitest';
import { ALLOWED_SENDERS } from '../../entrypoints/background/sender.ts';
import { listFiles } from './support/repository.ts';
import { listCalls, listMessages, readStringLiteral } from './support/syntax.ts';

const PROTOCOL = 'knowledge/conversation/protocol.ts';

/** The source of each listener in a folder, by the message it listens to. */
function findListeners(folder: string): Map<string, string> {
  const calls = listFiles(folder, /\.ts$/).flatMap(listCalls);
  return new Map(
    calls.flatMap(({ name, args }): [string, string][] => {
      const message = name === 'listen' ? readStringLiteral(args[0]) : null;
      return message ? [[message, args[1]?.getText() ?? '']] : [];
    }),
  );
}

describe('events to the background', () => {
  const messages = listMessages(PROTOCOL, 'ToBackground');
  const listeners = findListeners('entrypoints/background');

  test('are found in the protocol', () => {
    expect(messages.length).toBeGreaterThan(2);
  });

  test.each(messages)('$name is listened to', ({ name }) => {
    expect([...listeners.keys()], `listen('${name}', …) in entrypoints/background`).toContain(name);
  });

  test.each(messages)('$name says who may send it', ({ name }) => {
    expect(Object.keys(ALLOWED_SENDERS), `add '${name}' to ALLOWED_SENDERS`).toContain(name);
    expect(listeners.get(name), `begin its listener with acceptSender('${name}', …)`).toContain(
      `acceptSender('${name}'`,
    );
  });

  test.each(messages.filter(({ hasData }) => hasData))('$name is parsed before it is used', ({ name }) => {
    expect(
      listeners.get(name),
      'parse its data with a schema of knowledge/contracts: a page could have sent it',
    ).toMatch(/\w+Schema\.(?:safeParse|parse)\(data\)/);
  });

  test('nobody is allowed to send what does not exist', () => {
    const names = messages.map(({ name }) => name);
    const leftovers = Object.keys(ALLOWED_SENDERS).filter((name) => !names.includes(name));
    expect(leftovers, 'remove these from ALLOWED_SENDERS').toEqual([]);
  });
});

describe('commands to the console', () => {
  const messages = listMessages(PROTOCOL, 'ToConsole');
  const listeners = findListeners('entrypoints/console.content');

  test('are found in the protocol', () => {
    expect(messages.length).toBeGreaterThan(1);
  });

  test.each(messages)('$name is listened to', ({ name }) => {
    expect([...listeners.keys()], `listen('${name}', …) in entrypoints/console.content`).toContain(name);
  });

  test('the console listens to nothing else', () => {
    const names = messages.map(({ name }) => name);
    expect([...listeners.keys()].toSorted(), 'add it to ToConsole or remove it').toEqual(names.toSorted());
  });
});
