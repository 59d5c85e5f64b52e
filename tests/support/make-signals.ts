import type { Message } from '../../knowledge/conversation/index.ts';
import type { ConversationSignals, Signal } from '../../knowledge/signals/index.ts';

/** A signal heard in one stretch of one message. */
export function makeSignal(words: string, messageId = 'm1', start = 0): Signal {
  return {
    ruleId: `rule-${words}`,
    confidence: 0.9,
    evidence: [{ messageId, start, end: start + words.length, words }],
  };
}

/** A calm chat about nothing, but for what is given. */
export function makeSignals(found: Partial<ConversationSignals> = {}): ConversationSignals {
  return {
    complaint: null,
    families: [],
    emotion: { ruleId: 'mood', confidence: 0.9, evidence: [], level: 'calm' },
    worstEmotion: 'calm',
    threats: [],
    dangers: [],
    vulnerable: null,
    isCutOff: null,
    identityTheft: null,
    compensation: null,
    repeat: null,
    churn: null,
    ...found,
  };
}

/** “c: …” is the customer’s, “a: …” the agent’s, “s: …” a notice, “b: …” a bot’s. Ids are m1, m2, … */
export function makeTalk(...lines: string[]): Message[] {
  const roles = { c: 'customer', a: 'agent', s: 'system', b: 'bot' } as const;
  return lines.map((line, index) => ({
    id: `m${index + 1}`,
    role: roles[line[0] as keyof typeof roles],
    text: line.slice(2).trim(),
    sentAt: null,
  }));
}
