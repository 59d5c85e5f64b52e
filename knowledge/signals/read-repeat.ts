import { gatherSignal, listFound, type Found, type ReadMessage } from './gather.ts';
import type { ConversationSignals } from './signal.ts';

const DIGITS = '零一二三四五六七八九';
const AGAIN = 2;
const MANY = 3;
const MOST = 99;
const ENGLISH: Record<string, number> = {
  second: 2,
  twice: 2,
  two: 2,
  third: 3,
  three: 3,
  fourth: 4,
  four: 4,
  fifth: 5,
  five: 5,
  sixth: 6,
  six: 6,
  seventh: 7,
  tenth: 10,
  dozen: 12,
};

/** How many times the customer came about the same thing, as far as was said. */
export function readRepeat(messages: readonly ReadMessage[]): ConversationSignals['repeat'] {
  const found = listFound(messages, 'repeat').filter((each) => readTimes(each) >= AGAIN);
  const signal = gatherSignal(found);
  return signal && { ...signal, times: Math.max(...found.map(readTimes)) };
}

function readTimes({ match: { rule, words } }: Found): number {
  if (rule.kind === 'again') return AGAIN;
  return rule.kind === 'counted' ? (readCount(words) ?? MANY) : MANY;
}

/** 第三次 and “third time” alike; null where no number is said (好几次). */
function readCount(words: string): number | null {
  const digits = /\d+/.exec(words.normalize('NFKC'));
  if (digits) return Math.min(MOST, Number(digits[0]));
  const han = /[零一二两兩三四五六七八九十百]+/.exec(words);
  if (han) return readHanNumber(han[0]);
  const word = words
    .toLowerCase()
    .split(/[^a-z]+/)
    .find((each) => Object.hasOwn(ENGLISH, each));
  return word === undefined ? null : (ENGLISH[word] ?? null);
}

/** Up to 99; 两 is two. */
function readHanNumber(text: string): number {
  if (text.includes('百')) return MOST;
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const read = (digit: string) => DIGITS.indexOf(digit.replace(/[两兩]/, '二').slice(-1));
  const value =
    (text.includes('十') ? (tens === '' ? 1 : read(tens)) * 10 : 0) + (ones === '' ? 0 : read(ones));
  return Math.max(0, value);
}
