/** What a customer asks in one breath: the message cut into its questions, without the talk around them. */
import { readContent } from '../search/index.ts';

/**
 * Said in answer to something, or to keep the line open: nothing that an article could answer. Longer ones before
 * those they begin with: each piece is taken once and for all, else “好好好…退” is tried in every way it can be cut.
 */
const REPLIES = new RegExp(
  `^(?:(?=(${[
    '那?(?:就|先)?这样[吧啊子了]*|就?这些[了吧]*|(?:就|是)*这个|那好吧|那[行好]|算了|不客气|在线等|急|是(?:我|本人)|太了|(?:新年|节日|周末|生日)快乐',
    '(?:暂时)?没(?:关系的?|(?:什么)?有?(?:别的|其[他它])?(?:的|问题|事情?)了?|有?了|有(?!收到|明白|清楚|懂))|(?:已经)?(?:好|行|可以|解决)了',
    '那?我?(?:先|再|自己)?(?:看看?|试试?|想想?|考虑|找找?|等等?)(?:一下|一会|下|着)?(?:再说)?[吧啊哈了]*$',
    '(?:我的?)?(?:订单|手机|快递|运单|物流)?(?:单|编|尾)?号码?[是为]?\\d*',
    '我?(?:可以|不用|不是|是的|对的|知道|明白|了解|收到|清楚|懂|谢谢|多谢|感谢|谢|辛苦|麻烦|再见|拜拜?|晚安|早安?|稍?等(?:一下|一会儿?|会儿?|片刻|等|下|着|消息|通知)|稍等|一会儿?|马上|不好意思|对不起|抱歉)[了的吧啦呀啊哦呢哈嘛吗您你]*',
    '(?:你|您|亲)?(?:还)?在(?:不在|吗|么|嘛|不)?[的呢啊]*|人呢|有人[吗么嘛]|(?:转|找)?人工(?:客服)?|客服|喂|亲|老板|哈[喽啰罗]|嗨|我?想?(?:请教|咨询|问)?(?:一?个|点|件)(?:问题|事情?)',
    '[嗯恩啊哦噢喔好行对是额呃唉哎诶嘿哈呵嘻]+[的了吧呀啊呢哈吗嘛滴哒啦嘞]*',
    'nope|no|yes|yep|yeah|okay|okk*|sure|fine|great|good|cool|perfect|allgood|gotit|isee|goodbye|bye|lol|3q|thatsall|thatisall|forthat|foryourhelp|areyouthere|any(?:one|body)there|onemoment|holdon|waita(?:sec|minute)|youtoo|haveaniceday',
    'hao(?:de|ba)?|e*[hm]m+|(?:ha|he)+',
  ].join('|')}))\\1)+$`,
  'u',
);
/** Longer runs of digits and letters are numbers of orders, parcels, phones. */
const NUMBER = /[a-z\d-]{6,}|\d{5,}/giu;
const DIGITS = /\d{5}/u;
const LINK = /https?:\/\/\S+|www\.\S+/giu;
/** Emoticons ([微笑], #E-s01) and what masking leaves ([数字x], [姓名]). */
const PLACEHOLDER = /\[[^\]]{1,12}\]|#e-[a-z]\d+/giu;
const BREAK = /(?:[,，。!！?？;；\n…~～]|\.(?!\d))+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u;
const MAX_ASKS = 4;
const MIN_LETTERS = 2;

/** @returns what could be answered, in the order it was said, the last few; empty if nothing is asked */
export function readAsks(message: string): string[] {
  const clean = message
    .replace(LINK, ' ')
    .replace(PLACEHOLDER, ' ')
    .replace(NUMBER, (run) => (DIGITS.test(run) ? ' ' : run));
  const clauses = clean
    .split(BREAK)
    .map((clause) => clause.replace(/\s+/gu, ' ').trim())
    .filter((clause) => saysSomething(clause));
  return joinShort(clauses).slice(-MAX_ASKS);
}

function saysSomething(clause: string): boolean {
  const content = readContent(clause);
  return content.length >= MIN_LETTERS && !REPLIES.test(content) && /\D/u.test(content);
}

/** Too short to be asked by itself, a clause belongs to its neighbour: 退款，什么时候到. */
const SHORT = 6;

function joinShort(clauses: readonly string[]): string[] {
  const joined: string[] = [];
  for (const clause of clauses) {
    const last = joined.at(-1);
    if (last !== undefined && (clause.length < SHORT || last.length < SHORT))
      joined[joined.length - 1] = `${last}，${clause}`;
    else joined.push(clause);
  }
  return joined;
}
