import { Converter } from 'opencc-js/cn2t';
import { describe, expect, test } from 'vitest';
import {
  applyRewrite,
  BUNDLED_DRAFT_RULES,
  CHECK_DATA,
  checkDraft,
  checkRules,
  tryRules,
  WORD_KINDS,
} from '../../knowledge/compliance/index.ts';
import { checkDataSchema, draftRulesSchema } from '../../knowledge/contracts/index.ts';
import { foldChinese } from '../../utils/text/fold-chinese.ts';

const check = (text: string) => checkDraft({ text, conversation: null, locale: 'zh-CN' });

describe('the bundled rules', () => {
  test('are as the schema wants them, bounded patterns included', () => {
    expect(draftRulesSchema.parse(BUNDLED_DRAFT_RULES)).toEqual(BUNDLED_DRAFT_RULES);
    expect(checkDataSchema.parse(CHECK_DATA)).toEqual(CHECK_DATA);
    expect(checkRules(BUNDLED_DRAFT_RULES)).toEqual([]);
  });

  test.each(['zh', 'en'])('cover every kind in %s', (language) => {
    const kinds = BUNDLED_DRAFT_RULES.filter((rule) => rule.language === language).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(WORD_KINDS));
  });

  test('offer each rewrite in the scripts of their language', () => {
    for (const { id, language, rewrites } of BUNDLED_DRAFT_RULES) {
      const expected = language === 'en' ? ['en'] : ['zh-CN', 'zh-TW'];
      expect(rewrites.length, id).toBeGreaterThan(0);
      for (const { text } of rewrites) expect(Object.keys(text), id).toEqual(expected);
    }
  });

  test('find the same words in Taiwan’s characters and in Hong Kong’s', () => {
    const words = BUNDLED_DRAFT_RULES.flatMap((rule) => (rule.language === 'zh' ? (rule.words ?? []) : []));
    const surnames = [...CHECK_DATA.surnames];
    for (const to of ['tw', 'hk'] as const) {
      const convert = Converter({ from: 'cn', to });
      const lost = [...words, ...surnames].filter(
        (word) => foldChinese(convert(word)) !== foldChinese(word) && !/[乾著麼藉覆於]/u.test(convert(word)),
      );
      expect(lost, `add these to utils/text/fold-chinese.ts (${to})`).toEqual([]);
    }
  });

  test('never suggest what a rule would find', () => {
    const texts = BUNDLED_DRAFT_RULES.flatMap((rule) => rule.rewrites).flatMap(({ text }) =>
      Object.values(text),
    );
    const rewrites = texts.map((text) => text.replaceAll(/\$\d/g, ''));
    expect(
      rewrites.flatMap((text) => check(text).map(({ ruleId, words }) => ({ text, ruleId, words }))),
    ).toEqual([]);
  });

  test('each fires on its own words', () => {
    for (const rule of BUNDLED_DRAFT_RULES) {
      const [word = ''] = rule.words ?? [];
      const [tried] = tryRules(
        [rule],
        [rule.language === 'zh' ? `这件事${word}` : `Well ${word} then`],
        'en',
      );
      expect(
        tried?.matches.map(({ ruleId }) => ruleId),
        `${rule.id}: ${word}`,
      ).toContain(rule.id);
    }
  });
});

/** One breach, and the whole draft after its rewrite. */
const REWRITTEN: [string, string, string][] = [
  ['这个肯定能退', 'over-promise', '这个我帮您核实，能退会第一时间给您退'],
  ['這個肯定能退', 'over-promise', '這個我幫您確認，能退會第一時間給您退'],
  [
    '张先生，今晚肯定给您发出去。',
    'over-promise',
    '张先生，今晚我会尽力给您发出去，有变化我第一时间告诉您。',
  ],
  ['骑手今晚绝对送到', 'over-promise', '骑手今晚预计送到，有变化我第一时间告诉您'],
  ['3000块肯定没问题', 'over-promise', '3000块我先帮您核实，有结果第一时间告诉您'],
  ['我保证今天到账。', 'over-promise', '预计今天到账，有变化我第一时间告诉您。'],
  ['100%今天给您开通', 'over-promise', '预计今天给您开通，有变化我第一时间告诉您'],
  ['包裹100%後天到店', 'over-promise', '包裹預計後天到店，有變化我第一時間告訴您'],
  ['攜碼絕對不會失敗', 'over-promise', '攜碼一般不會失敗，遇到問題我來跟進'],
  ['这个价格绝对是全网最低的', 'over-promise', '这个价格您可以多比较，满意再下单'],
  ['型号我不清楚', 'brush-off', '型号我马上帮您查清楚'],
  ['快递这块不归我管，您打网点电话吧', 'brush-off', '快递这块我来转给负责的同事，并跟进到有结果'],
  ['這個我也沒辦法', 'brush-off', '這個我來看看還有什麼辦法'],
  ['嗯嗯', 'brush-off', '好的，我明白了'],
  ['王女士，系统抽风，都是系统的锅。', 'blame', '王女士，给您添麻烦了，这件事我来跟进到底。'],
  ['您自己填错的，怪您自己', 'blame', '给您添麻烦了，我来帮您处理'],
  ['您加我微信吧，我直接发您。', 'diverting', '我们就在这里沟通，有记录对您也更有保障。'],
  ['我在后台改一下', 'internal-words', '我们这边改一下'],
  ['您是不是笨', 'banned', '我理解您的心情，我来帮您处理'],
  ["I'll definitely refund you.", 'over-promise', "I'll most likely refund you."],
  [
    "Ms. Farrow, that's not my department.",
    'brush-off',
    'Ms. Farrow, I’ll bring this to the right colleague and stay on it.',
  ],
  ["I don't know about sizes, sorry.", 'brush-off', 'Let me find out for you.'],
  ["It's the courier's fault.", 'blame', 'I’m sorry about this, I’ll see it through for you.'],
  ['Add me on WhatsApp.', 'diverting', 'Let’s keep everything here, so that it is on record for you.'],
  ["That's a bug in our backend.", 'internal-words', "That's a bug in our system."],
  ["You're an idiot.", 'banned', 'I understand how you feel, and I’m here to help.'],
];

test.each(REWRITTEN)('%s is %s, and one key makes it: %s', (draft, kind, expected) => {
  const [finding, ...others] = check(draft);
  expect(finding?.kind).toBe(kind);
  expect(others).toEqual([]);
  const rewritten = finding?.rewrite ? applyRewrite(draft, finding.rewrite) : draft;
  expect(rewritten).toBe(expected);
  expect(check(rewritten)).toEqual([]);
});
