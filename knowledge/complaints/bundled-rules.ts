/** What comes with the extension; teams copy and edit it. JSON has no literal types: tests hold each against its schema. */
import authority from './bundled/authority.json' with { type: 'json' };
import clocks from './bundled/clocks.json' with { type: 'json' };
import escalation from './bundled/escalation.json' with { type: 'json' };
import phrases from './bundled/phrases.json' with { type: 'json' };
import playbooks from './bundled/playbooks.json' with { type: 'json' };
import severity from './bundled/severity.json' with { type: 'json' };
import type { AuthorityRules } from './authority.ts';
import type { ClockRule } from './clock-rule.ts';
import type { EscalationRule } from './escalation.ts';
import type { PhraseBook } from './local-text.ts';
import { withPhrases, type Playbook } from './playbook.ts';
import type { SeverityMatrix } from './severity.ts';

export interface ComplaintRules {
  matrix: SeverityMatrix;
  /** The default first. */
  playbooks: Playbook[];
  phrases: PhraseBook;
  authority: AuthorityRules;
  escalation: EscalationRule[];
  clocks: ClockRule[];
}

const shared: PhraseBook = phrases;

export const BUNDLED_COMPLAINT_RULES: ComplaintRules = {
  matrix: severity as unknown as SeverityMatrix,
  playbooks: (playbooks as unknown as Playbook[]).map((playbook) => withPhrases(playbook, shared)),
  phrases: shared,
  authority: authority as unknown as AuthorityRules,
  escalation: escalation as unknown as EscalationRule[],
  clocks: clocks as unknown as ClockRule[],
};
