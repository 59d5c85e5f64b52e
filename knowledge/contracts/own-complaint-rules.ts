/** The team's own complaint rules, as text from a person: read, checked, and laid over ours. */
import {
  checkAuthorityRules,
  checkClocks,
  checkEscalation,
  checkMatrix,
  checkPlaybook,
  withPhrases,
  type ComplaintRules,
  type Playbook,
} from '../complaints/index.ts';
import {
  authorityRulesSchema,
  clockRulesSchema,
  escalationRulesSchema,
  playbookSchema,
  severityMatrixSchema,
} from './complaint-schemas.ts';
import { z } from './zod.ts';

/** What can be replaced, each by itself. */
export const RULE_PARTS = ['playbooks', 'matrix', 'authority', 'escalation', 'clocks'] as const;
export type RulePart = (typeof RULE_PARTS)[number];

/** A mistake that its author can mend: what, where, and in which words. */
export interface RuleFault {
  part: RulePart | null;
  /** `not-json`, `too-long`, `wrong-shape`, or what the checks of knowledge/complaints name. */
  problem: string;
  at: string;
  near: string;
}

export type OwnRules = { [Part in RulePart]?: unknown };

export type ReadRules = { ok: true; value: ComplaintRules } | { ok: false; faults: RuleFault[] };

const MAX_LENGTH = 1_000_000;
const MAX_FAULTS = 20;

const ownRulesSchema = z.strictObject({
  playbooks: z.array(playbookSchema).max(12).exactOptional(),
  matrix: severityMatrixSchema.exactOptional(),
  authority: authorityRulesSchema.exactOptional(),
  escalation: escalationRulesSchema.exactOptional(),
  clocks: clockRulesSchema.exactOptional(),
});

export function readOwnRules(text: string, bundled: ComplaintRules): ReadRules {
  if (text.length > MAX_LENGTH) return { ok: false, faults: [name('too-long')] };
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch (error) {
    return { ok: false, faults: [name('not-json', '', error instanceof Error ? error.message : '')] };
  }
  const read = ownRulesSchema.safeParse(written);
  if (!read.success) return { ok: false, faults: listShapeFaults(read.error) };
  const value = layOver(bundled, read.data);
  const faults = checkRules(value).slice(0, MAX_FAULTS);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value };
}

function layOver(bundled: ComplaintRules, own: z.infer<typeof ownRulesSchema>): ComplaintRules {
  const { playbooks = [], ...parts } = own;
  return { ...bundled, ...parts, playbooks: joinPlaybooks(bundled, playbooks) };
}

/** The team's first; one with the id of ours takes its place. */
function joinPlaybooks({ playbooks, phrases }: ComplaintRules, own: readonly Playbook[]): Playbook[] {
  const named = new Set(own.map(({ id }) => id));
  return [
    ...own.map((playbook) => withPhrases(playbook, phrases)),
    ...playbooks.filter(({ id }) => !named.has(id)),
  ];
}

function checkRules(rules: ComplaintRules): RuleFault[] {
  const { playbooks, matrix, authority, escalation, clocks } = rules;
  const put = (part: RulePart) => (fault: { problem: string; at: string; near?: string }) => ({
    part,
    near: '',
    ...fault,
  });
  const ids = playbooks.map(({ id }) => id);
  return [
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((at) => put('playbooks')({ problem: 'duplicate-id', at })),
    ...playbooks.flatMap((playbook) => checkPlaybook(playbook).map(put('playbooks'))),
    ...checkMatrix(matrix, new Set(clocks.map(({ id }) => id))).map(put('matrix')),
    ...checkAuthorityRules(authority).map(put('authority')),
    ...checkEscalation(escalation).map(put('escalation')),
    ...checkClocks(clocks).map(put('clocks')),
  ];
}

function listShapeFaults(error: z.ZodError): RuleFault[] {
  return error.issues.slice(0, MAX_FAULTS).map(({ path, message }) => {
    const part = RULE_PARTS.find((one) => one === path[0]) ?? null;
    return { part, problem: 'wrong-shape', at: path.slice(1).join('.'), near: message };
  });
}

function name(problem: string, at = '', near = ''): RuleFault {
  return { part: null, problem, at, near };
}
