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
/** Ends of sentences, and pauses within them. A full stop between digits is neither. */
const BREAK =
  /((?:[。!！?？;；\n…]|\.(?!\d))[^\p{L}\p{N}]*)|[,，~～]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u;
const MAX_ASKS = 8;
const MIN_LETTERS = 2;

interface Clause {
  text: string;
  /** Whether a sentence begins with it. */
  isFirst: boolean;
}

/** @returns what could be answered, in the order it was said, the last few; empty if nothing is asked */
export function readAsks(message: string): string[] {
  const clean = message
    .replace(LINK, ' ')
    .replace(PLACEHOLDER, ' ')
    .replace(NUMBER, (run) => (DIGITS.test(run) ? ' ' : run));
  return joinClauses(splitClauses(clean)).slice(-MAX_ASKS);
}

/** Without those that say nothing. */
function splitClauses(message: string): Clause[] {
  const parts = message.split(BREAK);
  const clauses: Clause[] = [];
  let isFirst = true;
  // Clauses, and between each two the end of a sentence, where there was one.
  for (let at = 0; at < parts.length; at += 2) {
    const text = (parts[at] ?? '').replace(/\s+/gu, ' ').trim();
    if (saysSomething(text)) {
      clauses.push({ text, isFirst });
      isFirst = false;
    }
    if (parts[at + 1]) isFirst = true;
  }
  return clauses;
}

function saysSomething(clause: string): boolean {
  const content = readContent(clause);
  return content.length >= MIN_LETTERS && !REPLIES.test(content) && /\D/u.test(content);
}

/** Words that make a clause a question by itself. */
const ASKING =
  /[吗嘛呢]$|[怎咋啥哪谁]|什么|如何|为何|何时|多[久少大长]|几[天个时点号]|[能可会是否要有](?:不|没)[能可会是要有]|[能可是]否|还是|^(?:and|but|so|or)?\s*(?:how|what|when|where|why|who|which|can|could|do|does|did|is|are|will|may|should)\b/iu;

/**
 * What is said before a question, or after it, belongs to it: 卡送到了，可是我没拿到，怎么办. Two questions are asked
 * each by itself, and so are two sentences.
 */
function joinClauses(clauses: readonly Clause[]): string[] {
  const asks: { text: string; isAsking: boolean }[] = [];
  for (const { text, isFirst } of clauses) {
    const last = asks.at(-1);
    const isAsking = ASKING.test(text);
    if (!last || isFirst || (last.isAsking && isAsking)) {
      asks.push({ text, isAsking });
      continue;
    }
    last.text += `，${text}`;
    last.isAsking ||= isAsking;
  }
  return asks.map(({ text }) => text);
}
