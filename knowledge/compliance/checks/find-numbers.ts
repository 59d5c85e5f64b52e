import { foldChinese } from '../../../utils/text/fold-chinese.ts';
import { isBankCardNumber, isResidentIdentityNumber } from '../../privacy/index.ts';
import { CHECK_DATA } from '../bundled-rules.ts';
import { readScript } from '../rewrite.ts';
import type { DraftLocale, DraftRewrite } from '../draft-rule.ts';
import type { DraftSurroundings, Raised } from './raised.ts';

/** Masked or not: a phone, a card, an identity number, a mail address; where somebody lives. */
const PERSONAL =
  /\[[^[\]\s*]{1,8}\*(?<tail>\d{4})\]|\[邮箱[^\]\s]{0,12}\]|\[身份证号\]|(?<!\d)(?<phone>1[3-9]\d{9})(?!\d)|(?<![\dA-Za-z])(?<id>\d{17}[\dXx])(?![\dA-Za-z])|(?<!\d)(?<card>\d{15,19})(?!\d)|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?<home>[\p{Script=Han}]{0,8}\d{1,4}(?:栋|幢|号楼|座|弄)\s?(?:\d{1,2}单元)?\s?\d{0,5}(?:室|号|户)?|(?:家住|住在|住|地址[是为:])[\p{Script=Han}\d]{2,16}?(?:路|街|巷|弄|村|镇|小区|花园|苑|里|园|城|号|室)\d{0,5}(?:号|栋|室)?|\b\d{1,4}[a-z]?\s(?:[A-Z]\w+\s){1,2}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Court|Way|Terrace|Place)\b|\b(?:Flat|Apt|Apartment|Room)\s\d+[A-Z]?\b)/gu;
const HOME = /\d(?:栋|幢|号楼|座|弄)|住|地址|[A-Z]\w+ (?:St|R|A|L|D|C|W|T|P)|Flat|Apt|Apartment|Room/u;
const HAS_NUMBERS = /\*\d{4}\]|(?<!\d)(?:\d{4}|1[3-9]\d{9})(?!\d)/u;
const TAIL =
  /(?:尾号|末四位|后四位|ending in|ends in|last four(?: digits)?)\s*(?:是|为|:|are)?\s*(?<tail>\d{4})(?!\d)/giu;
const ORDER =
  /(?:订单号?|订单编号|order(?:\s(?:no|number|id))?)\s*[.:#是为]?\s*#?(?<number>[A-Za-z]{0,4}\d{6,24})(?!\d)/giu;

export const OUR_PEOPLE = new RegExp(CHECK_DATA.ourPeople.join('|'), 'iu');
const OWN = /[您你](?:的|这|尾号|本人|名下|账户|下单|预留|绑定|登记)|your\b/iu;
/** Where parcels go back to, and where shops are. */
const OUR_PLACE =
  /收[件货]地址|送货地址|配送|送到|寄到|寄回|寄往|退回|退货地址|仓库|门店|营业厅|专柜|自提|网点|店铺|公司地址|我们|总部|维修点|服务点|\b(?:our|return|store|office|warehouse|shop)\b/iu;

const ANOTHERS =
  /(?<!其)[他她]|某[,，的]|同楼|楼上|楼下|对门|同小区|前一位|另一|别的|其他|隔壁|同名|上一位|那位|邻居|买家|住户|前任|(?:先生|女士|小姐|太太)的|\b(?:Mr|Mrs|Ms|Miss)\b\.? \w+['’]s|neighbou?r|\b(?:his|her|their|another|someone)\b/iu;
const SENTENCE_END = /[。!?;\n]/u;
const CLAUSE_END = /[,。!?;\n]/u;

/** Numbers that belong to nobody in this conversation. */
export function findStrangeNumbers(text: string, around: DraftSurroundings, locale: DraftLocale): Raised[] {
  const folded = foldChinese(text);
  if (!/\d{4}|\[/u.test(folded) && !HOME.test(folded)) return [];
  const known = listKnown(around);
  return [
    ...findPersonal(folded, known, (clause) => toQuiet(text, clause, locale)),
    ...findTails(folded, known),
    ...findOrders(folded, known, around),
  ];
}

/** The clause, kept general. */
export function toQuiet(
  text: string,
  { start, end }: { start: number; end: number },
  locale: DraftLocale,
): DraftRewrite {
  const language = /\p{Script=Han}/u.test(text) ? readScript(text, locale) : 'en';
  return { start, end, text: CHECK_DATA.texts['other-pii'].rewrite?.[language] ?? '' };
}

export function listKnown({ conversation, fields, customerName }: DraftSurroundings): string {
  const said = (conversation?.messages ?? []).map((message) => message.text);
  return foldChinese([...said, ...Object.values(fields ?? {}), customerName ?? ''].join('\n'));
}

type Groups = Record<string, string | undefined>;

function findPersonal(
  folded: string,
  known: string,
  quieten: (clause: { start: number; end: number }) => DraftRewrite,
): Raised[] {
  return [...folded.matchAll(PERSONAL)].flatMap(({ 0: words, index, groups = {} }): Raised[] => {
    const start = index;
    const end = index + words.length;
    const clause = readClause(folded, { start, end });
    if (
      isKnown(words, groups, known) ||
      !isPersonal(readSentence(folded, start, end), groups, known) ||
      isOurs(clause.text, groups)
    )
      return [];
    if (OWN.test(clause.text) && groups['home'] === undefined) return [toWrongNumber({ start, end })];
    return [{ kind: 'other-pii', text: 'other-pii', start, end, rewrite: quieten(clause) }];
  });
}

/** A masked number and a written one are the same when they end alike. */
function isKnown(
  words: string,
  { tail, phone, home }: Record<string, string | undefined>,
  known: string,
): boolean {
  const last = tail ?? phone?.slice(-4);
  if (last) return known.includes(`*${last}]`) || new RegExp(`${last}(?!\\d)`).test(known);
  return known.includes(
    home ? home.replace(/^\p{Script=Han}+(?=\d)|^(?:家住|住在|住|地址[是为:])/u, '') : words,
  );
}

/** A telephone is told apart by comparing, a mail address or a bare mask only by being said to be another's. */
function isPersonal(sentence: string, { tail, phone, id, card, home }: Groups, known: string): boolean {
  if (id) return isResidentIdentityNumber(id.toUpperCase());
  if (card) return isBankCardNumber(card);
  const isCompared = (tail ?? phone) !== undefined && HAS_NUMBERS.test(known);
  return home !== undefined || isCompared || ANOTHERS.test(sentence);
}

/** A courier's phone, the place a parcel goes back to. */
function isOurs(clause: string, { home, id, card }: Groups): boolean {
  if (id ?? card) return false;
  return home === undefined ? OUR_PEOPLE.test(clause) : OUR_PLACE.test(clause);
}

function findTails(folded: string, known: string): Raised[] {
  // Nothing to compare with: the agent read it off another screen.
  if (!/\*\d{4}\]|尾号|ending in|last four/iu.test(known)) return [];
  return [...folded.matchAll(TAIL)].flatMap(({ 0: words, index, groups }) => {
    const clause = readClause(folded, { start: index, end: index + words.length });
    if (!/[您你]|your/iu.test(clause.text)) return [];
    const isTheirs = new RegExp(`${groups?.['tail'] ?? ''}(?!\\d)`).test(known);
    return isTheirs ? [] : [toWrongNumber({ start: index, end: index + words.length })];
  });
}

/** Only where the console or the customer named an order of the same shape: a new order has a new number. */
function findOrders(folded: string, known: string, { fields }: DraftSurroundings): Raised[] {
  const order = Object.entries(fields ?? {}).find(([name]) => /order/iu.test(name))?.[1];
  if (!order) return [];
  return [...folded.matchAll(ORDER)].flatMap(({ 0: words, index, groups }) => {
    const number = groups?.['number'] ?? '';
    const isOther =
      number.length === order.length &&
      !known.includes(number) &&
      !/新|补|重/u.test(folded.slice(Math.max(0, index - 6), index));
    const end = index + words.length;
    return isOther ? [toWrongNumber({ start: end - number.length, end })] : [];
  });
}

function toWrongNumber(span: { start: number; end: number }): Raised {
  return { kind: 'wrong-customer', text: 'wrong-number', ...span, rewrite: null };
}

export function readClause(text: string, span: { start: number; end: number }) {
  return widen(text, span, CLAUSE_END);
}

function readSentence(text: string, start: number, end: number): string {
  return widen(text, { start, end }, SENTENCE_END).text;
}

function widen(text: string, { start, end }: { start: number; end: number }, sign: RegExp) {
  let from = start;
  while (from > 0 && !sign.test(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && !sign.test(text.charAt(to))) to += 1;
  return { start: from, end: to, text: text.slice(from, to) };
}
