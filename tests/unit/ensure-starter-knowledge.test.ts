import { describe, expect, test } from 'vitest';
import type { KnowledgePack } from '../../knowledge/articles/index.ts';
import { ensureStarterKnowledge, STARTER_PACKS } from '../../knowledge/starter/index.ts';
import { makePack } from '../support/make-article.ts';

/** A place to install to that remembers, and can be made to fail. */
class FakeMachine {
  readonly installed = new Map<string, number>();
  readonly fetched: string[] = [];
  /** The disk is full from this pack on. */
  failsAt: string | null = null;
  /** Pack files that are not what they should be. */
  readonly broken = new Map<string, unknown>();

  async listInstalled() {
    return [...this.installed].map(([id, version]) => ({ id, version }));
  }

  async fetchPack(id: string): Promise<unknown> {
    this.fetched.push(id);
    const version = STARTER_PACKS.find((pack) => pack.id === id)?.version ?? 0;
    return this.broken.get(id) ?? JSON.parse(JSON.stringify(makePack({ id, version })));
  }

  async installPack({ id, version }: KnowledgePack): Promise<void> {
    if (id === this.failsAt) throw new Error('disk full');
    this.installed.set(id, version);
  }
}

const ALL: string[] = STARTER_PACKS.map(({ id }) => id);
const CURRENT = STARTER_PACKS.map(({ id, version }): [string, number] => [id, version]);

function machineWith(installed: [string, number][]): FakeMachine {
  const machine = new FakeMachine();
  for (const [id, version] of installed) machine.installed.set(id, version);
  return machine;
}

describe('starter knowledge', () => {
  test('is installed as a whole on a new machine', async () => {
    const machine = new FakeMachine();
    expect(await ensureStarterKnowledge(machine)).toBe(ALL.length);
    expect([...machine.installed]).toEqual(CURRENT);
  });

  test('that is there is neither fetched nor installed again', async () => {
    const machine = machineWith(CURRENT);
    expect(await ensureStarterKnowledge(machine)).toBe(0);
    expect(machine.fetched).toEqual([]);
  });

  test('is installed where a pack is missing or older, and only there', async () => {
    const [first = '', second = '', ...rest] = ALL;
    const machine = machineWith([[second, 0], ...CURRENT.filter(([id]) => rest.includes(id))]);
    expect(await ensureStarterKnowledge(machine)).toBe(2);
    expect(machine.fetched).toEqual([first, second]);
  });

  test('is left alone where the team has a newer version, and so are the team’s own packs', async () => {
    const newer = CURRENT.map(([id, version]): [string, number] => [id, version + 1]);
    const machine = machineWith([...newer, ['our-team', 7]]);
    expect(await ensureStarterKnowledge(machine)).toBe(0);
    expect([...machine.installed]).toEqual([...newer, ['our-team', 7]]);
  });

  test('goes on where it was stopped in the middle', async () => {
    const machine = new FakeMachine();
    const [first = '', second = '', ...rest] = ALL;
    machine.failsAt = second;
    await expect(ensureStarterKnowledge(machine)).rejects.toThrow('disk full');
    expect([...machine.installed.keys()]).toEqual([first]);

    machine.failsAt = null;
    machine.fetched.length = 0;
    expect(await ensureStarterKnowledge(machine)).toBe(ALL.length - 1);
    expect(machine.fetched).toEqual([second, ...rest]);
  });

  test.each([
    ['an error page', '<html>'],
    ['a list', []],
    ['a pack with a script in it', { ...makePack({ id: 'telecom' }), script: 'alert(1)' }],
    ['a pack with a slot nobody can fill', null],
  ])('is not installed from %s', async (_what, content) => {
    const machine = new FakeMachine();
    const bad = makePack({ id: 'telecom' });
    bad.articles[0]?.replies.push({ tone: 'warm', text: '单号{{}}' });
    machine.broken.set('telecom', content ?? bad);
    await expect(ensureStarterKnowledge(machine)).rejects.toThrow();
    expect(machine.installed.has('telecom')).toBe(false);
  });
});
