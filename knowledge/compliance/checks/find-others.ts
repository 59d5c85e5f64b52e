import { foldChinese } from '../../../utils/text/fold-chinese.ts';
import { CHECK_DATA } from '../bundled-rules.ts';
import { listKnown, OUR_PEOPLE, readClause, toQuiet } from './find-numbers.ts';
import type { DraftSurroundings, Raised } from './raised.ts';
import type { DraftLocale } from '../draft-rule.ts';

const NEAR =
  '同楼|楼上|楼下|隔壁|对门|对面|同小区|同村|同栋|同校|前一位|上一位|另一位|另外一位|前面那位|那位|有位|有个|(?:[一二三四五六七八九十]{1,3}|\\d{1,4})(?:栋|幢|号楼|座|弄|单元|楼|室)';
/** Somebody with a surname, said to live near, or at least in the middle of a sentence. */
const PERSON = new RegExp(
  String.raw`(?:(?<near>(?:家?住[\p{Script=Han}\d]{0,8}?)?(?:${NEAR})的?(?:客户|客人|邻居|用户|会员|买家|住户|业主|顾客)?(?:叫|是)?)|(?<![\p{Script=Han}])|(?<=[跟和像如是连把被替由找叫的与位给帮比看听说])|(?<=客户|用户|会员|买家|邻居|机主))(?<name>[${CHECK_DATA.surnames}](?:某{1,2}|[姐哥叔姨嫂]|\p{Script=Han}{0,2}?(?:${CHECK_DATA.honorifics.join('|')}|奶奶|爷爷|大爷|大妈|伯伯)))`,
  'gu',
);
/** What they did, have, or where they are: told of them, not to them. */
const TOLD =
  /^(?:她|他|家|那边|那[台单件笔次]|昨天|昨晚|前天|上周|上个?月|今早|刚刚?|早上|去年|本人)?(?:也|就是?这?|是[^吗]|都|还|又|在|跟您|和您|买|办|退|订|拍|住|投诉|反映|反馈|遇到|选|用|欠|换|签|家|手机|电话|身份证|尾号|地址|号码|上周|昨天|的(?:手机|电话|号|地址|身份证|订单|账单|包裹|快递|套餐|账户|合约|卡|退款|情况|单))/u;
const ENGLISH =
  /\b(?:(?:[Aa]nother|[Aa] previous|[Tt]he previous|[Tt]he other|[Tt]he last|[Oo]ne) (?:customer|caller|client|subscriber|buyer|guest|member),? (?:named |called )?(?<name>(?:(?:Mrs?|Ms|Miss|Dr)\.? )?[A-Z][a-z]+(?: [A-Z][a-z]+)?)|(?<told>(?:Mrs?|Ms|Miss|Dr)\.? [A-Z][a-z]+)(?= (?:next door|upstairs|downstairs|across|at (?:number )?\d|in (?:flat|apartment|unit|room)|also|has the same|had the same|bought|ordered|complained|lives|who)|[’']s (?:order|number|phone|address|account|bill|parcel|refund|email)))/gu;
const THEIR_OWN = /[您你](?:家|爱|的|家里)?$/u;

/** Another customer's name with something told of them. Nobody whom this conversation has spoken of, and none of ours. */
export function findOthers(text: string, around: DraftSurroundings, locale: DraftLocale): Raised[] {
  const folded = foldChinese(text);
  const found = [...findChinese(folded), ...findEnglish(folded)];
  if (found.length === 0) return [];
  const known = listKnown(around);
  return found.flatMap(({ start, end, name }) => {
    const clause = readClause(folded, { start, end });
    if (known.includes(name) || isCustomer(name, around) || OUR_PEOPLE.test(clause.text)) return [];
    return [{ kind: 'other-pii', text: 'other-pii', start, end, rewrite: toQuiet(text, clause, locale) }];
  });
}

interface Named {
  start: number;
  end: number;
  name: string;
}

function findChinese(text: string): Named[] {
  return [...text.matchAll(PERSON)].flatMap(({ 0: words, index, groups = {} }) => {
    const { near, name = '' } = groups;
    const end = index + words.length;
    const isTold = near !== undefined || TOLD.test(text.slice(end, end + 12)) || name.includes('某');
    const isTheirs = near === undefined && THEIR_OWN.test(text.slice(Math.max(0, index - 4), index));
    if (!isTold || isTheirs) return [];
    return [{ start: index, end, name }];
  });
}

function findEnglish(text: string): Named[] {
  return [...text.matchAll(ENGLISH)].map(({ 0: words, index, groups = {} }) => ({
    start: index,
    end: index + words.length,
    name: groups['name'] ?? groups['told'] ?? words,
  }));
}

function isCustomer(name: string, { customerName }: DraftSurroundings): boolean {
  if (!customerName) return false;
  const theirs = foldChinese(customerName);
  const last = name.split(' ').at(-1) ?? name;
  return /\p{Script=Han}/u.test(name) ? theirs.startsWith(name.charAt(0)) : theirs.includes(last);
}
