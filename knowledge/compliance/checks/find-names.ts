import { foldChinese } from '../../../utils/text/fold-chinese.ts';
import { CHECK_DATA } from '../bundled-rules.ts';
import type { DraftSurroundings, Raised } from './raised.ts';

const HONORIFIC = `(?:${CHECK_DATA.honorifics.join('|')})`;
const DOUBLE = '欧阳|司马|上官|诸葛|司徒|东方|夏侯|皇甫|尉迟|公孙|慕容|令狐|端木';
/** A surname, perhaps a given name, and how one is addressed. */
const ADDRESSED = new RegExp(
  String.raw`(?:(?<![\p{Script=Han}])|(?<=[帮给为跟和与请那好是对问谢让呢吧啊哦]))(?:尊敬的|亲爱的|您好|你好|好的|抱歉|对不起|不好意思|谢谢|感谢)?(?<name>(?<surname>${DOUBLE}|[${CHECK_DATA.surnames}])\p{Script=Han}{0,2}?${HONORIFIC})(?![傅父])(?!的(?:电话|手机|地址|包裹|订单|号))`,
  'gu',
);
const ENGLISH =
  /\b(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Tt]hanks|[Tt]hank you|[Ss]orry|[Gg]ood (?:morning|afternoon|evening)),?\s+(?<name>(?:(?:Mr|Mrs|Ms|Miss|Dr)\b\.?\s+)?[A-Z][a-z'’-]+(?:\s[A-Z][a-z'’-]+)?)(?=\s*[,!.:;\n—–-]|$)|(?<title>\b(?:Mr|Mrs|Ms|Miss|Dr)\b\.?\s+[A-Z][a-z'’-]+)/gu;
const NO_NAMES = new Set([
  'there',
  'all',
  'team',
  'again',
  'sir',
  'madam',
  'everyone',
  'customer',
  'for',
  'friend',
  'folks',
  'guys',
  'valued',
  'so',
  'much',
  'you',
  'the',
  'this',
  'that',
  'a',
  'to',
  'but',
]);
const TITLES = /^(?:mr|mrs|ms|miss|dr)\b\.?\s+/iu;

/** Addresses somebody who is not this customer, and whom nobody has spoken of. */
export function findWrongNames(text: string, { customerName, conversation }: DraftSurroundings): Raised[] {
  if (!customerName?.trim()) return [];
  const folded = foldChinese(text);
  const found = [...findChinese(folded, foldChinese(customerName)), ...findEnglish(folded, customerName)];
  if (found.length === 0) return [];
  const said = foldChinese((conversation?.messages ?? []).map((message) => message.text).join('\n'));
  return found
    .filter(({ start, end }) => !said.includes(folded.slice(start, end)))
    .map(({ start, end }) => ({
      kind: 'wrong-customer',
      text: 'wrong-name',
      start,
      end,
      rewrite: { start, end, text: customerName },
    }));
}

interface Span {
  start: number;
  end: number;
}

function findChinese(text: string, customerName: string): Span[] {
  if (!/\p{Script=Han}/u.test(customerName)) return [];
  return [...text.matchAll(ADDRESSED)].flatMap(({ 0: whole, index, groups }) => {
    const name = groups?.['name'] ?? '';
    const start = index + whole.length - name.length;
    const isTheirs = customerName.startsWith(groups?.['surname'] ?? '') || customerName.includes(name);
    return isTheirs ? [] : [{ start, end: start + name.length }];
  });
}

function findEnglish(text: string, customerName: string): Span[] {
  if (!/[a-z]/iu.test(customerName)) return [];
  const known = new Set(listWords(customerName));
  return [...text.matchAll(ENGLISH)].flatMap(({ 0: whole, index, groups }) => {
    const name = groups?.['name'] ?? groups?.['title'] ?? '';
    const words = listWords(name);
    const isOther = words.length > 0 && !words.some((word) => known.has(word) || NO_NAMES.has(word));
    const start = index + whole.indexOf(name);
    return isOther ? [{ start, end: start + name.length }] : [];
  });
}

function listWords(name: string): string[] {
  return (
    name
      .replace(TITLES, '')
      .toLowerCase()
      .match(/[a-z'’-]+/gu) ?? []
  );
}
