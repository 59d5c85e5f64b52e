import { describe, expect, it } from 'vitest';
import { loadComplaintRules } from '../../knowledge/complaints/index.ts';
import { readOwnRules } from '../../knowledge/contracts/index.ts';

const bundled = await loadComplaintRules();

function listProblems(written: unknown): string[] {
  const read = readOwnRules(typeof written === 'string' ? written : JSON.stringify(written), bundled);
  return read.ok ? [] : read.faults.map(({ problem }) => problem);
}

describe('a team’s own rules', () => {
  it('leave everything as it is where nothing is written', () => {
    const read = readOwnRules('{}', bundled);
    expect(read.ok && read.value).toEqual(bundled);
  });

  it('replace a part, and a playbook of the same name', () => {
    const [first] = bundled.playbooks;
    const name = { 'zh-CN': '我们的', 'zh-TW': '我們的', en: 'Ours' };
    const read = readOwnRules(JSON.stringify({ playbooks: [{ ...first, name, phrases: {} }] }), bundled);
    expect(read.ok && read.value.playbooks.map((playbook) => playbook.name.en)).toEqual([
      'Ours',
      ...bundled.playbooks.slice(1).map((playbook) => playbook.name.en),
    ]);
    // The shared phrases lie under it: its stages mean something.
    expect(read.ok && Object.keys(read.value.playbooks[0]?.phrases ?? {})).toEqual(
      Object.keys(bundled.phrases),
    );
  });

  it.each([
    ['{', 'not-json'],
    ['[]', 'wrong-shape'],
    [{ stranger: [] }, 'wrong-shape'],
    [{ clocks: [...bundled.clocks, ...bundled.clocks.slice(0, 1)] }, 'duplicate-id'],
    [{ clocks: [] }, 'unknown-clock'],
    [{ authority: { ...bundled.authority, limits: bundled.authority.limits.slice(1) } }, 'missing-limit'],
    [' '.repeat(1_000_001), 'too-long'],
  ])('name what is wrong in %j', (written, problem) => {
    expect(listProblems(written)).toContain(problem);
  });

  it('refuse a pattern that could hang', () => {
    const [first] = bundled.playbooks;
    const list = ['/(a+)+$/'];
    const phrases = { slow: { says: { 'zh-CN': list, 'zh-TW': list, en: list } } };
    expect(listProblems({ playbooks: [{ ...first, phrases }] })).toContain('slow-pattern');
  });
});
