/** The complaint in words: for summaries, for a hand-over, for the line we answer. */
import { SEVERITY_NAMES } from '../../knowledge/complaints/index.ts';
import type { Message } from '../../knowledge/conversation/index.ts';
import type { ConversationSignals, EvidenceSpan, Signal } from '../../knowledge/signals/index.ts';
import type { ComplaintDesk } from './use-complaint-desk.ts';

/** Everything found, the weightiest first. */
function listSignals(signals: ConversationSignals): Signal[] {
  const { dangers, threats, identityTheft, complaint, families, repeat, compensation } = signals;
  const rest = [signals.vulnerable, signals.isCutOff, signals.churn];
  const found = [
    ...dangers,
    ...threats,
    identityTheft,
    complaint,
    ...families,
    repeat,
    compensation,
    ...rest,
  ];
  return [...found, signals.emotion.level === 'calm' ? null : signals.emotion].flatMap(
    (signal) => signal ?? [],
  );
}

export function listEvidence(signals: ConversationSignals): EvidenceSpan[] {
  return listSignals(signals).flatMap(({ evidence }) => evidence);
}

/** The customer's messages that say most, whole, each once. */
export function collectTellingWords({
  signals,
  messages,
}: Pick<ComplaintDesk, 'signals' | 'messages'>): string[] {
  const ids = new Set(listEvidence(signals).map(({ messageId }) => messageId));
  const byId = new Map(messages.map((message): [string, Message] => [message.id, message]));
  return [...ids].flatMap((id) => byId.get(id)?.text ?? []);
}

/** One line for whoever takes it over. */
export function writeSummary({ signals, topic, judgement, locale, t }: ComplaintDesk): string {
  const parts = [
    topic,
    SEVERITY_NAMES[judgement.level][locale],
    t('complaint.emotion', { level: t(`emotion.${signals.emotion.level}`) }),
    signals.repeat ? t('complaint.repeat', { times: signals.repeat.times }) : '',
  ];
  return parts.filter(Boolean).join(t('common.separator'));
}
