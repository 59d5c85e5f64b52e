/** Writes down how the complaint develops: level, clocks, and the record of a severe one. */
import { useEffect, useEffectEvent } from 'react';
import {
  developCase,
  keepRecord,
  type ComplaintCase,
  type RecordClause,
  type RecordEntry,
  type StartEvent,
} from '../../knowledge/complaints/index.ts';
import type { Message } from '../../knowledge/conversation/index.ts';
import type { Signal } from '../../knowledge/signals/index.ts';
import type { ComplaintDesk } from './use-complaint-desk.ts';

/** Once for every change that matters; told twice, the second time changes nothing. */
export function useCaseKeeping(desk: ComplaintDesk): void {
  const { judged, judgement, family, signals, isRead, messages } = desk;
  const keep = useEffectEvent(() => {
    if (isRead && judgement.level !== 'none') desk.change((known) => develop(known, desk));
  });
  const key = [
    isRead,
    judged.level,
    judgement.level,
    judgement.urgency,
    family,
    signals.threats.map(({ kind, isDone }) => `${kind}${isDone}`).join(),
    listEntries(desk).length,
    messages[0]?.id,
  ].join('|');
  useEffect(() => keep(), [key]);
}

function develop(known: ComplaintCase, desk: ComplaintDesk): ComplaintCase {
  const { judged, judgement, rules } = desk;
  const developed = developCase(known, {
    judged: judged.level,
    level: judgement.level,
    family: desk.family,
    chosenClocks: judgement.clocks,
    events: listEvents(desk),
    rules: rules.clocks,
  });
  const demand = desk.signals.compensation ? quote(desk.signals.compensation, desk.messages) : '';
  return keepRecord(developed, { topic: desk.topic, demand, judgement, entries: listEntries(desk) });
}

function listEvents(desk: ComplaintDesk): { event: StartEvent; at: number }[] {
  const received = findComplaint(desk);
  const appeal = desk.signals.threats.find(({ kind, isDone }) => kind === 'regulator' && isDone);
  const now = Date.now();
  return [
    { event: 'complaint-received', at: received?.sentAt ?? desk.observedAt },
    { event: 'severity-set', at: now },
    ...(appeal ? [{ event: 'appeal-filed' as const, at: now }] : []),
  ];
}

interface Entry {
  clause: RecordClause;
  entry: RecordEntry;
}

/** What the talk itself shows; the rest is for the agent to note. */
function listEntries(desk: ComplaintDesk): Entry[] {
  const { judgement, locale, messages, signals, approvals } = desk;
  const received = findComplaint(desk);
  const answered =
    received && messages.slice(messages.indexOf(received) + 1).find(({ role }) => role === 'agent');
  const because = judgement.reasons.map(({ name }) => name[locale]).join(desk.t('common.listSeparator'));
  const entries: (Entry | null)[] = [
    received ? toEntry('receipt', received, 'customer') : null,
    answered ? toEntry('acknowledgement', answered, 'agent') : null,
    because ? { clause: 'initial-assessment', entry: { at: null, who: 'system', text: because } } : null,
    ...signals.threats.map((threat): Entry => ({
      clause: 'tracking',
      entry: { at: null, who: 'customer', text: quote(threat, messages) },
    })),
    ...approvals.flatMap(({ state, summary, answeredBy, answeredAt }): Entry[] =>
      state === 'approved' || state === 'refused'
        ? [
            {
              clause: 'investigation',
              entry: {
                at: answeredAt,
                who: 'lead',
                text: `${desk.t(`approval.${state}`, { name: answeredBy ?? '' })} ${summary}`,
              },
            },
          ]
        : [],
    ),
  ];
  return entries.filter((entry) => entry !== null);
}

function toEntry(clause: RecordClause, { sentAt, text }: Message, who: RecordEntry['who']): Entry {
  return { clause, entry: { at: sentAt, who, text } };
}

function findComplaint({ signals, messages }: ComplaintDesk): Message | undefined {
  const ids = new Set(signals.complaint?.evidence.map(({ messageId }) => messageId));
  return messages.find(({ id }) => ids.has(id));
}

/** The whole sentences, not the few words that gave it away. */
function quote({ evidence }: Signal, messages: readonly Message[]): string {
  const ids = new Set(evidence.map(({ messageId }) => messageId));
  return messages
    .filter(({ id }) => ids.has(id))
    .map(({ text }) => text)
    .join('\n');
}
