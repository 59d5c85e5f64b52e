import { normaliseText } from './normalise.ts';
import { keepLetters } from './phrase.ts';

/** What people say around a question: greetings, thanks, asking to be heard. It decides nothing, so it is blanked out. */
const HAN_PHRASES = [
  // Greetings, and asking whether somebody is there.
  /(?:你|您|大家)们?好(?:[呀啊哦哈]|(?=[^\p{Script=Han}]|$))?/u,
  /(?:早上|上午|中午|下午|晚上)好/u,
  /(?:亲|客服|老师|小姐姐|小哥哥|美女|帅哥)?(?:有人)?在(?:不在|吗|么|嘛|不)(?=[^\p{Script=Han}]|$)/u,
  /有人(?:在)?[吗么嘛]/u,
  // Asking to ask.
  /(?:我)?(?:就)?(?:是)?(?:想|要|来|需要)?(?:再)?(?:问|咨询|请教|了解|打听|确认)(?:一下|下)(?:你们|您|你)?(?:子)?/u,
  /(?:我)?想(?:要)?(?:知道|问问|问)/u,
  /请问(?:一下|下)?/u,
  /(?:麻烦|劳烦|拜托)(?:您|你|你们)?(?:了|一下)?/u,
  /(?:请|能)?帮(?:我|忙|俺|一下)(?:看看|看一下|看下|查一下|查下|查查|处理一下|处理下|弄一下|弄下|解决一下)?/u,
  // Thanks and politeness.
  /(?:非常|多)?(?:谢谢|感谢|谢了|多谢)(?:您|你|啦|了|哈)?(?:的帮助)?/u,
  /不好意思|打扰(?:一下|了)|辛苦(?:您|你)?(?:了|啦)/u,
];
const LATIN_PHRASES = [
  /\b(?:hi|hello|hey|dear)\b(?: there)?/,
  /\bgood (?:morning|afternoon|evening)\b/,
  /\b(?:thanks|thank you|thx|tks|ty)\b(?: so much| very much| a lot)?/,
  /\b(?:please|pls|plz|kindly|asap)\b/,
  /\bexcuse me\b/,
];
const STOP = new RegExp(
  [...HAN_PHRASES, ...LATIN_PHRASES].map(({ source }) => `(?:${source})`).join('|'),
  'gu',
);

/** Same length, so that spans stay true. @param normalised what `normaliseText` returned */
export function blankStopPhrases(normalised: string): string {
  const blanked = normalised.replace(STOP, (phrase) => ' '.repeat(phrase.length));
  // A greeting is all there is: then it is what is meant.
  return /[\p{L}\p{N}]/u.test(blanked) ? blanked : normalised;
}

/** @returns the letters and digits that are left when greetings and thanks are taken out, normalised */
export function readContent(text: string): string {
  return keepLetters(normaliseText(text).replace(STOP, ' '));
}
