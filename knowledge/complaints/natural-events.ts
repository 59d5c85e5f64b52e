/** Events that come from signals and from who spoke, not from the phrases of a playbook. */
import type { Message } from '../conversation/index.ts';
import {
  EMOTION_LEVELS,
  type ConversationSignals,
  type EmotionLevel,
  type Signal,
} from '../signals/index.ts';
import { withoutBorrowedLines } from './borrowed-lines.ts';
import type { NaturalEvent } from './playbook.ts';

export interface StageReading {
  messages: readonly Message[];
  signals: ConversationSignals;
  /** The mood of each message of the customer by id, where the caller knows it: {@link collectMoods}. */
  moods?: ReadonlyMap<string, EmotionLevel>;
}

/** The mood of each message by itself. `readMood` may remember what it read: a message never changes. */
export function collectMoods(
  messages: readonly Message[],
  readMood: (message: Message) => EmotionLevel,
): Map<string, EmotionLevel> {
  const own = messages.filter(({ role }) => role === 'customer');
  return new Map(own.map((message) => [message.id, readMood(message)]));
}

/** Numbers, pictures and masks: what a customer hands over when asked. */
const HANDED_OVER =
  /\d{4,}|\[(?:手机号|身份证号|银行卡|邮箱|图片|圖片|照片|截图|截圖|文件|image|photo|file|screenshot)/i;
const HANDED_WORDS =
  /发(?:了|过去|给你|你了|您了)|發(?:了|過去|給你)|上传了|上傳了|尾号|尾號|(?:i've|just|have) sent|attached|uploaded/i;

const UPSET = EMOTION_LEVELS.indexOf('upset');
const ANGRY = EMOTION_LEVELS.indexOf('angry');
const FURIOUS = EMOTION_LEVELS.indexOf('furious');

/** @returns reads one message after the other, in their order */
export function createNaturalReader(reading: StageReading): (message: Message) => NaturalEvent[] {
  const { signals, messages } = reading;
  const complained = idsOf([signals.complaint, ...signals.families]);
  const pressed = idsOf([...signals.threats, ...signals.dangers]);
  // Who came before, is cut off or robbed of their name needs calming, however calmly they write.
  const hard = idsOf([signals.repeat, signals.identityTheft, signals.isCutOff]);
  const moods = reading.moods ?? moodsFromSignals(messages, signals);
  let isOut = false;
  let worst = 0;
  let wasAnswered = false;
  return ({ id, role, text }) => {
    if (role === 'agent') {
      wasAnswered = isOut;
      return isOut ? ['answered'] : [];
    }
    if (role !== 'customer') return [];
    const mood = EMOTION_LEVELS.indexOf(moods.get(id) ?? 'calm');
    const isUpset = signals.complaint !== null && (mood >= UPSET || hard.has(id));
    isOut ||= isUpset || complained.has(id);
    const isFlareUp = pressed.has(id) || isHotter(mood, { worst, wasAnswered });
    worst = Math.max(worst, mood);
    const events: [boolean, NaturalEvent][] = [
      [isOut, 'complaint'],
      [isUpset, 'upset'],
      [isFlareUp, 'flare-up'],
      [handsOver(text), 'data-given'],
    ];
    return events.flatMap(([happened, event]) => (happened ? [event] : []));
  };
}

/** Worse than before, or beside themselves still, so that what we said did not help. A new threat counts by itself. */
function isHotter(mood: number, { worst, wasAnswered }: { worst: number; wasAnswered: boolean }): boolean {
  return (mood >= ANGRY && mood > worst) || (mood === FURIOUS && wasAnswered);
}

function handsOver(text: string): boolean {
  const own = withoutBorrowedLines(text);
  return HANDED_OVER.test(own) || HANDED_WORDS.test(own);
}

function idsOf(signals: readonly (Signal | null)[]): Set<string> {
  return new Set(signals.flatMap((signal) => signal?.evidence.map(({ messageId }) => messageId) ?? []));
}

/** Without moods of single messages: where the mood was heard, it is that mood; the worst where the complaint is. */
function moodsFromSignals(
  messages: readonly Message[],
  signals: ConversationSignals,
): ReadonlyMap<string, EmotionLevel> {
  const moods = new Map<string, EmotionLevel>();
  const first = signals.complaint?.evidence[0]?.messageId;
  if (first) moods.set(first, signals.worstEmotion);
  const heard = new Set(signals.emotion.evidence.map(({ messageId }) => messageId));
  for (const { id } of messages) if (heard.has(id)) moods.set(id, signals.emotion.level);
  return moods;
}
