/** What a draft offers the customer: “退您200元”, “赔偿三倍”, “免三个月月租”, “a $50 credit”. What it refuses is no offer. */
import { readNumber } from './read-number.ts';

const OFFER_KINDS = [
  'refund',
  'compensation',
  'waiver',
  'months-free',
  'credit',
  'replacement',
  'payment-plan',
] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

export interface OfferAmount {
  value: number;
  /** `times` and `share` are of the price paid, `months` of the monthly fee. */
  unit: 'money' | 'times' | 'months' | 'share';
}

export interface Offer {
  kind: OfferKind;
  /** Null: none is named (“全额退款” is the whole price, “退款” alone is not said). */
  amount: OfferAmount | null;
  /** UTF-16 offsets in the draft. */
  start: number;
  end: number;
  words: string;
}

/** A comma or point inside a number ends nothing. */
const CLAUSES = /(?:[^。！？!?\n；;，,.]|[.,](?=\d)|\.(?!\s|$))+/g;
const NUMBER = '(?:\\d[\\d,]{0,9}(?:\\.\\d{1,2})?|[零〇一二两兩三四五六七八九十百千万萬半]{1,8})';
const MONEY = new RegExp(
  `(?:[¥￥$€£]|rmb|usd|nt\\$)\\s?(${NUMBER})|(${NUMBER})\\s?(?:元|块|塊|圆|圓|rmb|dollars?|usd|yuan|bucks|pounds?|euros?)|(?:退|赔|賠|补|補|返|送|免)(?:偿|償|给|給|还|還)?(?:您|你)?\\s?(\\d{2,7}|[一二两兩三四五六七八九十百千万萬]{0,6}[十百千万萬][一二三四五六七八九]?)(?:$|吧|整|好吗|行吗)`,
  'i',
);
const TIMES = new RegExp(
  `(${NUMBER})\\s?倍|(\\d+|double|triple|twice)(?:x| times| the (?:price|amount))`,
  'i',
);
const MONTHS = new RegExp(
  `(${NUMBER})\\s?(?:个|個)?(?:月)(?!底|初|前|\\d|号|號)|(\\d+|one|two|three|six|twelve|a)[- ](?:free )?months?`,
  'i',
);
const SHARE = new RegExp(
  `(\\d{1,3})\\s?%|(半价|半價|一半)|(全额|全額|全部|全款|in full|full refund)|([一二三四五六七八九])折`,
  'i',
);

/** In this order: the first that fits names the clause. */
const KINDS: [OfferKind, RegExp][] = [
  [
    'months-free',
    /(?:免|送|赠|贈).{0,10}(?:个月|個月|月租|月费|月費)|(?:months?).{0,20}(?:free|on us|waived)|free (?:for )?\w+ months?|free months?|waive.{0,20}months?/i,
  ],
  ['payment-plan', /分期|分(?:\d+|[二两三四五六七八九十]+)(?:期|次)|payment plan|instal?lments?/i],
  ['compensation', /赔|賠|补偿|補償|compensat|make it up to you with/i],
  [
    'waiver',
    /免(?!费|費|得|责|責|打扰|不了|疫|税)|减免|減免|免除|抵扣|免收|(?:不收|取消).{0,8}(?:违约金|違約金|手续费|手續費|滞纳金|滯納金|服务费|月租)|waive|no fee|fee.{0,12}(?:off|removed)/i,
  ],
  [
    'credit',
    /代金券|优惠券|優惠券|红包|紅包|话费券|话费|話費|积分|積分|赠送|贈送|充值|购物金|購物金|送您|送你|券|credit|voucher|coupon|discount|gift card|% off/i,
  ],
  [
    'replacement',
    /补发|補發|换新|換新|换一|換一|换货|換貨|重发|重發|重寄|补寄|補寄|再寄|replacement|resend|reship|send (?:you )?(?:a new|another)|exchange/i,
  ],
  [
    'refund',
    /退(?!订|訂|出|回来|网|群|役|步|热|路|房|件|换|換|货|貨|货款后|休|一步)|返还|返還|返现|返現|refund|reimburs|money back/i,
  ],
];
/** Whose offer it is: what the customer asks for, what is asked, refused, past or only explained is none of ours. */
const NOT_OURS =
  /您(?:要求|想要|说|提到|希望|申请的)|您要的|客户要求|不能|不可以|无法|無法|没法|沒法|不支持|不会|不會|没有办法|沒有辦法|不予|不给|不給|退不了|赔不了|是否|有没有|有沒有|能否|能不能|可不可以|吗$|嗎$|没收到|沒收到|未到账|没到账|沒到帳|you (?:asked|want|requested|said)|can't|cannot|can not|unable|won't|not able|not possible|don't|no refund|didn't receive|haven't received/i;
/** What is said about money without giving any. */
const ONLY_TALK =
  /退款(?:进度|進度|状态|狀態|记录|記錄|问题|問題|流程|规则|規則|政策|到账|到帳|时间|時間|时效|多久|原因|一般|通常|会在|會在|需要)|赔偿?(?:标准|標準|规则|流程)|refunds? (?:status|policy|process|timeline|usually|normally|takes?)|credit card/i;

export function readOffer(draft: string): Offer[] {
  return [...draft.matchAll(CLAUSES)].flatMap(({ 0: clause, index }): Offer[] => {
    if (NOT_OURS.test(clause) || ONLY_TALK.test(clause)) return [];
    const kind = KINDS.find(([, pattern]) => pattern.test(clause))?.[0];
    if (!kind) return [];
    const words = clause.trim();
    const start = index + clause.indexOf(words);
    return [{ kind, amount: readAmount(clause, kind), start, end: start + words.length, words }];
  });
}

function readAmount(clause: string, kind: OfferKind): OfferAmount | null {
  const money = readMatch(MONEY, clause);
  if (money !== null) return { value: money, unit: 'money' };
  const times = readMatch(TIMES, clause);
  if (times !== null) return { value: times, unit: 'times' };
  const months = kind === 'months-free' ? readMatch(MONTHS, clause) : null;
  if (months !== null) return { value: months, unit: 'months' };
  return readShare(clause);
}

function readMatch(pattern: RegExp, clause: string): number | null {
  const found = pattern.exec(clause);
  const words = found?.slice(1).find((group) => group !== undefined);
  return words === undefined ? null : readNumber(words);
}

function readShare(clause: string): OfferAmount | null {
  const [, percent, half, whole, tenths] = SHARE.exec(clause) ?? [];
  if (percent) return { value: Number(percent) / 100, unit: 'share' };
  if (half) return { value: 0.5, unit: 'share' };
  if (whole) return { value: 1, unit: 'share' };
  // “八折” leaves eight tenths to pay: two are given.
  const left = tenths ? readNumber(tenths) : null;
  return left === null ? null : { value: (10 - left) / 10, unit: 'share' };
}
