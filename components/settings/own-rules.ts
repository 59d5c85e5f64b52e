/** The team's own rules as one text, edited part by part. */
import type { ComplaintRules } from '../../knowledge/complaints/index.ts';
import { RULE_PARTS, type OwnRules, type RulePart } from '../../knowledge/contracts/index.ts';

/** The team's own part, or ours to begin with. */
export function writePart(part: RulePart, own: string | null, bundled: ComplaintRules): string {
  const written = readParts(own)[part] ?? describeBundled(part, bundled);
  return JSON.stringify(written, null, 2);
}

/** All parts with this one replaced. What is no JSON stays as it is, so that reading the whole says so. */
export function replacePart(own: string | null, part: RulePart, text: string): string {
  const others = JSON.stringify(withoutPart(own, part)).slice(1, -1);
  return `{${others}${others && ','}${JSON.stringify(part)}:${text}}`;
}

/** Ours again in this part; null when nothing of the team's own is left. */
export function dropPart(own: string | null, part: RulePart): string | null {
  const others = withoutPart(own, part);
  return Object.keys(others).length > 0 ? JSON.stringify(others) : null;
}

function withoutPart(own: string | null, part: RulePart): OwnRules {
  return Object.fromEntries(Object.entries(readParts(own)).filter(([name]) => name !== part));
}

export function countOwnParts(own: string | null): number {
  return Object.keys(readParts(own)).length;
}

/** Ours, as somebody would write it: the shared phrases lie under every playbook anyway. */
function describeBundled(part: RulePart, bundled: ComplaintRules): unknown {
  if (part !== 'playbooks') return bundled[part];
  const [first] = bundled.playbooks;
  return first ? [{ ...first, phrases: {} }] : [];
}

function readParts(own: string | null): OwnRules {
  try {
    const written: unknown = JSON.parse(own ?? '{}');
    if (typeof written !== 'object' || written === null) return {};
    return Object.fromEntries(Object.entries(written).filter(([part]) => isPart(part)));
  } catch {
    return {};
  }
}

function isPart(name: string): name is RulePart {
  return (RULE_PARTS as readonly string[]).includes(name);
}
