/** When words are fine although a rule names them: they are denied, or they are somebody else's. */

/** Ends right before the words. What may stand between the "not" and the words is listed, so that "不用担心，肯定能退" is no denial. */
const DENIED_ZH =
  /(?:(?<![是要])(?<![还可岂](?=不是[您你都]))不(?![过如妨然])|没|(?<!有)没有|无法|(?<!能)不能|(?<!会)不会|不敢|不可能|不可以|并非|(?<!是)不是|不用|(?<!要)不要|不该|不应|无需|难以|很难|别|勿|请勿|没法|没办法|不便|无权|避免|禁止|拒绝|谨防|尽量|尽力|是否|未必)(?:再|去|有|给您|给你|跟您|向您|对您|为您|您|你|说|讲|是|能|会|敢|可以|作出|做出|直接|随便|轻易|主动|私下|承诺|保证|打包票|要求|需要|让|叫|用|到|百分之?百|一定|马上|立刻|[替为跟对给]\p{Script=Han}{1,3}|其实|什么|任何|真的?|每次|都|是因为|因为){0,4}$/u;
/** Ends what was denied: "保证不了". */
const DENIED_AFTER_ZH = /^(?:不了|不到|不来|不起)/u;
const DENIED_EN =
  /\b(?:not|never|cannot|can['’]?t|won['’]?t|don['’]?t|doesn['’]?t|isn['’]?t|wasn['’]?t|aren['’]?t|wouldn['’]?t|shouldn['’]?t|unable to|without|nobody|no one|avoid)(?:\s+(?:be|been|say|make|give|you|to|any|a|the|that|it|ever|able|at|really|going|ask|asking|this|your|in|fully|want|need|use)){0,5}\s*$/iu;

/** Before words that are repeated: "您说", "您提到的", "you mentioned". */
const REPORTED =
  /(?:[您你客户](?:刚才?|刚刚|之前|上次|前面|这边)?(?:说|问|讲|提|写|反映|反馈|担心|觉得|认为|以为|听说|看到|希望|要求)|宣传|页面|广告|you (?:said|mentioned|wrote|asked|told|were told|felt|feel|heard)|(?:told|said to|calling|called) you|you['’]re (?:saying|asking))/iu;

const QUOTES = /“[^“”]{1,120}”|「[^「」]{1,120}」|『[^『』]{1,120}』|‘[^‘’]{1,120}’|"[^"\n]{1,120}"/gu;

export interface Stretch {
  start: number;
  end: number;
}

export function findQuotes(text: string): Stretch[] {
  return [...text.matchAll(QUOTES)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
}

/** @param before the clause up to the words @param after the clause from their end */
export function isDenied(before: string, after: string): boolean {
  return (
    DENIED_ZH.test(before.slice(-24)) || DENIED_AFTER_ZH.test(after) || DENIED_EN.test(before.slice(-60))
  );
}

/**
 * Repeating what the customer said needs both: that it is said of them, and that they said it. A draft that only
 * agrees with a customer's "保证今天到" promises.
 */
export function isRepeated(
  before: string,
  words: string,
  listCustomerTexts: () => readonly string[],
): boolean {
  return REPORTED.test(before) && listCustomerTexts().some((text) => text.includes(words));
}
