/** What comes with the extension has the shape it should have, and none of the faults its checks know. */
import { describe, expect, test } from 'vitest';
import {
  checkAuthorityRules,
  checkClocks,
  checkEscalation,
  checkMatrix,
  checkPlaybook,
  loadComplaintRules,
} from '../../knowledge/complaints/index.ts';
import {
  authorityRulesSchema,
  clockRulesSchema,
  escalationRulesSchema,
  phraseBookSchema,
  playbookSchema,
  severityMatrixSchema,
} from '../../knowledge/contracts/index.ts';

const rules = await loadComplaintRules();

test('every file has its shape', () => {
  expect(severityMatrixSchema.parse(rules.matrix)).toEqual(rules.matrix);
  expect(authorityRulesSchema.parse(rules.authority)).toEqual(rules.authority);
  expect(escalationRulesSchema.parse(rules.escalation)).toEqual(rules.escalation);
  expect(clockRulesSchema.parse(rules.clocks)).toEqual(rules.clocks);
  expect(phraseBookSchema.parse(rules.phrases)).toEqual(rules.phrases);
  for (const playbook of rules.playbooks) expect(playbookSchema.parse(playbook)).toEqual(playbook);
});

test('no file has a fault', () => {
  expect(checkMatrix(rules.matrix, new Set(rules.clocks.map(({ id }) => id)))).toEqual([]);
  expect(checkAuthorityRules(rules.authority)).toEqual([]);
  expect(checkEscalation(rules.escalation)).toEqual([]);
  expect(checkClocks(rules.clocks)).toEqual([]);
  for (const playbook of rules.playbooks) expect(checkPlaybook(playbook)).toEqual([]);
});

test('the nine stages come first, LAST and HEARD beside them', () => {
  expect(rules.playbooks.map(({ id }) => id)).toEqual(['nine-stages', 'last', 'heard']);
  expect(rules.playbooks[0]?.stages.map(({ id }) => id)).toEqual([
    'detect',
    'calm',
    'listen',
    'apologise',
    'verify',
    'resolve',
    'confirm',
    'follow-up',
    'learn',
  ]);
});

test('every phrase group is used by a playbook', () => {
  const used = new Set(
    rules.playbooks.flatMap(({ stages }) =>
      stages.flatMap(({ must, answers = [], never }) => [
        ...[...must, ...answers, ...never].map(({ phrases }) => phrases),
        ...must.flatMap(({ before = [] }) => before),
      ]),
    ),
  );
  expect(Object.keys(rules.phrases).filter((name) => !used.has(name))).toEqual([]);
});

describe('law', () => {
  const law = rules.clocks.filter(({ kind }) => kind === 'law');

  test('what is not verified has no number', () => {
    expect(law.filter(({ isVerified, limit }) => !isVerified && limit !== null)).toEqual([]);
    expect(law.find(({ id }) => id === 'cn-12315-2026')).toMatchObject({ isVerified: false, limit: null });
  });

  test('48 hours stand nowhere as law', () => {
    expect(law.filter(({ unit, limit }) => unit === 'hour' && limit === 48)).toEqual([]);
    expect(law.length).toBeGreaterThan(3);
  });
});
