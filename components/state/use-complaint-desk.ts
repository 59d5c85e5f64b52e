/** What everything about the complaint on screen is worked out from: the talk, the rules, and what was kept of it. */
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  countContacts,
  judgeAtLevel,
  judgeSeverity,
  NO_FACTS,
  settleLevel,
  type AuthorityRole,
  type CaseFacts,
  type Playbook,
  type SeverityJudgement,
} from '../../knowledge/complaints/index.ts';
import type { TabReading } from '../../knowledge/contracts/index.ts';
import type { Message } from '../../knowledge/conversation/index.ts';
import type { ConversationSignals } from '../../knowledge/signals/index.ts';
import { agentRole, mutedComplaintRules, playbookId } from '../../utils/settings/settings.ts';
import { MINUTE } from '../../utils/time/clock.ts';
import type { Locale } from '../i18n/i18n.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { nameFamily } from './name-family.ts';
import { useComplaintCase, type KeptComplaint } from './use-complaint-case.ts';
import type { RulesInUse } from './use-complaint-rules.ts';
import { useNow } from './use-now.ts';
import { useSetting } from './use-setting.ts';
import { useSignals, type ReadTalk } from './use-signals.ts';

export interface ComplaintInputs {
  reading: TabReading;
  /** Tells chats apart, also in two tabs whose consoles name them alike. */
  chatKey: string;
  contactId: string | undefined;
  /** What stands in the console's composer. */
  draft: string;
}

export interface ComplaintDesk extends ReadTalk, KeptComplaint, RulesInUse, Choices {
  chatKey: string;
  draft: string;
  /** Half a minute old at most: clocks count in minutes. */
  now: number;
  t: TFunction;
  locale: Locale;
  messages: readonly Message[];
  /** When the console was last read: stands in for times it does not show. */
  observedAt: number;
  /** Undefined where the team's rules have none. */
  playbook: Playbook | undefined;
  facts: CaseFacts;
  /** As the rules see it; `judgement` is what counts, after the agent's correction. */
  judged: SeverityJudgement;
  judgement: SeverityJudgement;
  family: string | null;
  /** The family in words; empty while unknown. */
  topic: string;
}

interface Choices {
  role: AuthorityRole;
  playbookId: string;
  mutedForGood: readonly string[];
  muteForGood: (ruleIds: string[]) => void;
}

const EVERY_MS = MINUTE / 2;
const NO_MESSAGES: readonly Message[] = [];
const NONE_MUTED: readonly string[] = [];

export function useComplaintDesk(inputs: ComplaintInputs, inUse: RulesInUse): ComplaintDesk {
  const { reading, chatKey, contactId, draft } = inputs;
  const { rules } = inUse;
  const { t } = useTranslation();
  const locale = useLocale();
  const choices = useChoices();
  const now = useNow(EVERY_MS);
  const messages = reading.conversation?.messages ?? NO_MESSAGES;
  const stored = useComplaintCase({ contactId, chatKey, playbookId: choices.playbookId });
  const { kept, cases } = stored;
  const talk = useSignals(messages, [...choices.mutedForGood, ...(kept?.mutedRules ?? [])]);
  const family = kept?.family ?? findFamily(talk.signals);
  const facts: CaseFacts = {
    ...NO_FACTS,
    contactCount: countContacts(cases, { id: contactId ?? '', family }, now),
  };
  const judged = judgeSeverity(talk.signals, facts, rules.matrix);
  const level = settleLevel(judged.level, kept?.correction ?? null);
  return {
    ...stored,
    ...talk,
    ...inUse,
    ...choices,
    chatKey,
    draft,
    now,
    t,
    locale,
    messages,
    observedAt: reading.observedAt,
    playbook: useMemo(() => pickPlaybook(rules.playbooks, choices.playbookId), [rules, choices.playbookId]),
    facts,
    judged,
    judgement: judgeAtLevel(judged, level, rules.matrix),
    family,
    topic: nameFamily(family, t),
  };
}

function useChoices(): Choices {
  const [role] = useSetting(agentRole);
  const [playbook] = useSetting(playbookId);
  const [muted, muteForGood] = useSetting(mutedComplaintRules);
  return {
    role: role ?? agentRole.fallback,
    playbookId: playbook ?? playbookId.fallback,
    mutedForGood: muted ?? NONE_MUTED,
    muteForGood,
  };
}

function findFamily({ families }: ConversationSignals): string | null {
  return families[0]?.family ?? null;
}

/** The one chosen; where it is gone from the team's rules, the first. */
function pickPlaybook(playbooks: readonly Playbook[], id: string): Playbook | undefined {
  return playbooks.find((playbook) => playbook.id === id) ?? playbooks[0];
}
