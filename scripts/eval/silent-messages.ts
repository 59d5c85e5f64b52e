/** Messages that surely ask nothing: courtesies, confirmations, numbers, emoticons, and nothing else. */

/** Emoticons ([微笑], #E-s01), numbers, what masking left ([数字x]), spacing and punctuation. */
const NO_WORDS = /\[[^\]]*\]|#E-[a-z]\d+|[\d\s\p{P}\p{S}]/giu;
const MOST_LETTERS = 12;
/** By a list of its own, not by the engine's: it must not be both judge and party. */
const COURTESIES = new RegExp(
  `^(?:${[
    '你好|您好|在吗|在么|在不在|在|有人吗|人呢|亲|客服|人工|咨询|请问|hi|hello',
    '谢谢你?|谢谢您|谢了|感谢|多谢|辛苦了?|麻烦了?|不客气|再见|拜拜',
    '好的?|好吧|好滴|行|可以|没事|没有了?|没问题|不用了?|知道了?|明白|了解|收到|是的?|对的?|ok',
    '稍等|等一下|等等|这样|那|就|先|我|你|您|的|了|吗|嘛|吧|啊|呢|哈+|呵+|嗯+|恩+|哦+|噢|额|呃',
  ].join('|')})*$`,
  'iu',
);

export function asksNothing(message: string): boolean {
  const letters = message.replace(NO_WORDS, '');
  return letters.length <= MOST_LETTERS && COURTESIES.test(letters);
}
