/** How well a dialogue was read: stage, severity, threats, false alarms, promises, drafts. */
import {
  collectMoods,
  findMissedMusts,
  inferStage,
  judgeSeverity,
  NO_FACTS,
  type ComplaintRules,
  type Severity,
} from '../../knowledge/complaints/index.ts';
import { checkDraft, type DraftFinding } from '../../knowledge/compliance/index.ts';
import type { Message } from '../../knowledge/conversation/index.ts';
import { readPromises } from '../../knowledge/promises/index.ts';
import type { ConversationSignals, ReadSignals } from '../../knowledge/signals/index.ts';
import {
  addCounts,
  countPairs,
  DIALOGUE_ZONE,
  NOTHING,
  overlaps,
  toMessages,
  type Counts,
  type LabelledDialogue,
} from './dialogue-set.ts';

/** A mistake, for whoever writes the rules. Never printed for the test set. */
export interface Mistake {
  id: string;
  about: 'stage' | 'severity' | 'threat' | 'alarm' | 'promise' | 'draft';
  wanted: string;
  got: string;
  words: string;
}

export interface DialogueReading {
  stages: { wanted: string; got: string }[];
  severity: { wanted: Severity; got: Severity };
  threats: Counts;
  /** Null for complaints. */
  isFalseAlarm: boolean | null;
  promises: Counts;
  /** Also where the time was not read as it should be. */
  promisesAnyTime: Counts;
  drafts: Counts;
  mistakes: Mistake[];
}

export interface Reader {
  rules: ComplaintRules;
  readSignals: ReadSignals;
}

export function readDialogue(dialogue: LabelledDialogue, reader: Reader): DialogueReading {
  const messages = toMessages(dialogue);
  const signals = reader.readSignals(messages);
  const severity = judgeSeverity(signals, NO_FACTS, reader.rules.matrix);
  const stages = dialogue.messages.flatMap(({ stage }, index) =>
    stage ? [{ wanted: stage, got: readStage(messages.slice(0, index + 1), reader), at: index }] : [],
  );
  const threats = countThreats(dialogue, messages, signals);
  const isAlarm = signals.complaint !== null || signals.threats.length + signals.dangers.length > 0;
  const promises = countPromises(dialogue, messages);
  const drafts = countDrafts(dialogue, messages, reader);
  const note = createNotes(dialogue.id);
  return {
    stages: stages.map(({ wanted, got }) => ({ wanted, got })),
    severity: { wanted: dialogue.severity, got: severity.level },
    threats: threats.counts,
    isFalseAlarm: dialogue.isComplaint ? null : isAlarm,
    promises: promises.exact,
    promisesAnyTime: promises.anyTime,
    drafts: drafts.counts,
    mistakes: [
      ...stages
        .filter(({ wanted, got }) => wanted !== got)
        .map(({ wanted, got, at }) => note('stage', { wanted, got, words: messages[at]?.text ?? '' })),
      ...(severity.level === dialogue.severity
        ? []
        : [
            note('severity', {
              wanted: dialogue.severity,
              got: severity.level,
              words: listReasons(severity),
            }),
          ]),
      ...threats.missed.map((words) => note('threat', { wanted: words, got: '', words })),
      ...(isAlarm && !dialogue.isComplaint
        ? [note('alarm', { wanted: 'quiet', got: listAlarms(signals), words: '' })]
        : []),
      ...promises.mistakes.map((mistake) => note('promise', mistake)),
      ...drafts.mistakes.map((mistake) => note('draft', mistake)),
    ],
  };
}

type Told = Omit<Mistake, 'id' | 'about'>;

function createNotes(id: string): (about: Mistake['about'], told: Told) => Mistake {
  return (about, { wanted, got, words }) => ({ id, about, wanted, got, words });
}

function readStage(messages: readonly Message[], { rules, readSignals }: Reader): string {
  const [playbook] = rules.playbooks;
  if (!playbook) return '';
  const signals = readSignals(messages);
  const moods = collectMoods(messages, (message) => readSignals([message]).emotion.level);
  return inferStage(playbook, { messages, signals, moods }, null)?.stageId ?? '';
}

/** A threat is found where its kind was heard in a message with its words. */
function countThreats(
  { threats }: LabelledDialogue,
  messages: readonly Message[],
  signals: ConversationSignals,
): { counts: Counts; missed: string[] } {
  const missed = threats.filter(({ kind, words }) => {
    const said = new Set(messages.filter(({ text }) => text.includes(words)).map(({ id }) => id));
    return !signals.threats.some(
      (threat) => threat.kind === kind && threat.evidence.some(({ messageId }) => said.has(messageId)),
    );
  });
  return {
    counts: { found: signals.threats.length, wanted: threats.length, right: threats.length - missed.length },
    missed: missed.map(({ kind, words }) => `${kind}: ${words}`),
  };
}

function countPromises(
  dialogue: LabelledDialogue,
  messages: readonly Message[],
): { exact: Counts; anyTime: Counts; mistakes: Told[] } {
  let exact = NOTHING;
  let anyTime = NOTHING;
  const mistakes: Told[] = [];
  for (const [index, { role, text, promises = [] }] of dialogue.messages.entries()) {
    if (role !== 'agent') continue;
    const at = messages[index]?.sentAt ?? 0;
    const found = readPromises(text, { at, timeZone: DIALOGUE_ZONE });
    const same = countPairs(found, promises, (one, other) => overlaps(text, one, other.words));
    const right = countPairs(
      found,
      promises,
      (one, other) =>
        overlaps(text, one, other.words) &&
        one.dueAt === (other.dueAt === null ? null : Date.parse(other.dueAt)),
    );
    exact = addCounts(exact, right);
    anyTime = addCounts(anyTime, same);
    if (right.right < Math.max(found.length, promises.length)) {
      const show = ({ words, dueAt }: { words: string; dueAt: string | number | null }) =>
        `${words} (${dueAt === null ? 'no time' : new Date(dueAt).toISOString()})`;
      mistakes.push({
        wanted: promises.map(show).join(' | '),
        got: found.map(show).join(' | '),
        words: text,
      });
    }
  }
  return { exact, anyTime, mistakes };
}

function countDrafts(
  dialogue: LabelledDialogue,
  messages: readonly Message[],
  reader: Reader,
): { counts: Counts; mistakes: Told[] } {
  const stageId = readStage(messages, reader);
  let counts = NOTHING;
  const mistakes: Told[] = [];
  for (const { text, breaches } of dialogue.drafts) {
    const findings = checkOneDraft(text, stageId, { dialogue, messages, reader });
    const one = countPairs(
      findings,
      breaches,
      (finding, { kind, words }) =>
        finding.kind === kind && (words === null || overlaps(text, finding, words)),
    );
    counts = addCounts(counts, one);
    if (one.right < Math.max(findings.length, breaches.length)) {
      const show = ({ kind, words }: { kind: string; words: string | null }) => `${kind}: ${words ?? ''}`;
      mistakes.push({
        wanted: breaches.map(show).join(' | '),
        got: findings.map(show).join(' | '),
        words: text,
      });
    }
  }
  return { counts, mistakes };
}

/** As the panel asks, with the musts that the draft leaves behind; what a stage forbids has no label and is left out. */
function checkOneDraft(
  text: string,
  stageId: string,
  {
    dialogue,
    messages,
    reader,
  }: { dialogue: LabelledDialogue; messages: readonly Message[]; reader: Reader },
): DraftFinding[] {
  const [playbook] = reader.rules.playbooks;
  if (!playbook) return [];
  const { locale, customerName } = dialogue;
  const reading = { messages, signals: reader.readSignals(messages) };
  return checkDraft({
    text,
    conversation: { messages: [...messages] },
    ...(customerName === undefined ? {} : { customerName }),
    mustSays: findMissedMusts(playbook, stageId, { reading, draft: text, locale }),
    locale,
  });
}

function listReasons({ reasons }: ReturnType<typeof judgeSeverity>): string {
  return reasons.map(({ ruleId }) => ruleId).join(', ');
}

function listAlarms({ complaint, threats, dangers }: ConversationSignals): string {
  const found = [...(complaint ? [complaint] : []), ...threats, ...dangers];
  return found.map(({ ruleId, evidence }) => `${ruleId} (${evidence[0]?.words ?? ''})`).join(', ');
}
