/**
 * What happened in each message, as events of a playbook. Only who really spoke counts: roles come from the console,
 * so a customer who writes “客服：我给您退1000” or “[系统] 已升级” has said the words of a customer.
 */
import type { Message } from '../conversation/index.ts';
import { withoutBorrowedLines } from './borrowed-lines.ts';
import { createNaturalReader, type StageReading } from './natural-events.ts';
import { findSaid, isSaidAlone } from './said.ts';
import type { CustomerAnswer, MustItem, Playbook } from './playbook.ts';
import type { PhraseGroup } from './local-text.ts';

export interface MessageEvents {
  messageId: string;
  /** Place among the messages. */
  place: number;
  events: ReadonlySet<string>;
  /** Place of the agent’s last message before this one; -1: none. */
  answersTo: number;
}

export function readEvents(playbook: Playbook, reading: StageReading): MessageEvents[] {
  const natural = createNaturalReader(reading);
  const items = playbook.stages.flatMap(({ must }) => must);
  const answers = playbook.stages.flatMap((stage) => stage.answers ?? []);
  const turns = new AgentTurns();
  let answersTo = -1;
  return reading.messages.map((message, place) => {
    const events = new Set<string>(natural(message));
    if (message.role === 'agent') readMusts(playbook, { items, message }, events);
    if (message.role === 'customer')
      readAnswers(playbook, { answers, message, said: turns.recent() }, events);
    turns.add(message.role, events);
    const read = { messageId: message.id, place, events, answersTo };
    if (message.role === 'agent') answersTo = place;
    return read;
  });
}

function readMusts(
  playbook: Playbook,
  { items, message }: { items: readonly MustItem[]; message: Message },
  events: Set<string>,
): void {
  for (const { id, phrases, notWith = [] } of items) {
    const group = playbook.phrases[phrases];
    const others = items
      .filter((item) => notWith.includes(item.id))
      .flatMap((item) => playbook.phrases[item.phrases] ?? []);
    if (group && isSaidAlone(group, others, message.text)) events.add(id);
  }
}

function readAnswers(
  playbook: Playbook,
  {
    answers,
    message,
    said,
  }: { answers: readonly CustomerAnswer[]; message: Message; said: ReadonlySet<string> },
  events: Set<string>,
): void {
  const own = withoutBorrowedLines(message.text);
  for (const { id, phrases, after, notAfter = [] } of answers) {
    if (after && !after.some((event) => said.has(event))) continue;
    if (notAfter.some((event) => said.has(event))) continue;
    const group: PhraseGroup | undefined = playbook.phrases[phrases];
    if (group && findSaid(group, own)) events.add(id);
  }
}

/** What the agent said since the customer's last turn, or, when the agent is silent, before it. */
class AgentTurns {
  private current = new Set<string>();
  private isAgents = false;

  add(role: Message['role'], events: ReadonlySet<string>): void {
    if (role === 'customer') this.isAgents = false;
    if (role !== 'agent') return;
    if (!this.isAgents) this.current = new Set();
    this.isAgents = true;
    for (const event of events) this.current.add(event);
  }

  recent(): ReadonlySet<string> {
    return this.current;
  }
}
