import { describe, expect, test } from 'vitest';
import { createConceptFinder, readContent } from '../../knowledge/search/index.ts';
import { visitTerms } from '../../knowledge/search/text/analyse.ts';
import { NO_CONCEPTS } from '../../knowledge/search/text/concepts.ts';
import { CHARACTER, CONCEPT, listTerms, PAIR, WORD } from '../../knowledge/search/text/list-terms.ts';
import { normaliseText } from '../../knowledge/search/text/normalise.ts';
import { hashPhrase } from '../../knowledge/search/text/phrase.ts';
import { simplify } from '../../knowledge/search/text/simplify.ts';
import { blankStopPhrases } from '../../knowledge/search/text/stop-phrases.ts';
import { hashPair, hashWord } from '../../knowledge/search/text/term-hash.ts';

describe('one form for what looks or means the same', () => {
  test.each([
    ['full width', 'ＡＢＣ１２３，', 'abc123,'],
    ['upper case', 'iPhone SIM', 'iphone sim'],
    ['traditional characters', '帳單沒收到', '帐单没收到'],
    ['characters of Hong Kong', '電話費點解咁貴', '电话费点解咁贵'],
    ['a ligature and a circled number', '㈱①', '(株)1'],
    ['a lone surrogate', 'a\uD800b', 'a\uFFFDb'],
  ])('of %s', (_what, written, normalised) => {
    expect(normaliseText(written)).toBe(normalised);
  });

  test('twice is the same as once', () => {
    for (const text of ['帳單沒收到', 'Ｒｅｆｕｎｄ', '什麼時候', '㈱', 'ﬁnal']) {
      expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
    }
  });

  test('of a text without end is cut, and stays well-formed where the cut goes through a character', () => {
    const normalised = normaliseText(`a${'😀'.repeat(20_000)}`);
    expect(normalised.length).toBeLessThanOrEqual(20_000);
    expect(normalised.isWellFormed()).toBe(true);
  });
});

describe('traditional to simplified', () => {
  test.each([
    ['退款還沒到帳', '退款还没到帐'],
    ['門號轉移', '门号转移'],
    ['發票', '发票'],
    ['頭髮', '头发'],
    ['衞生', '卫生'],
    ['化粧枱', '化妆台'],
  ])('%s becomes %s', (traditional, simplified) => {
    expect(simplify(traditional)).toBe(simplified);
  });

  test.each(['呼叫转移怎么设置', '什么时候', '乾坤', '著名', '覆盖', '慰藉', 'plain English', ''])(
    'leaves simplified text alone: %s',
    (text) => {
      expect(simplify(text)).toBe(text);
    },
  );

  test('does not take a call for a function’s, in either script', () => {
    expect(normaliseText('呼叫')).toBe('呼叫');
    expect(normaliseText('呼叫轉接')).toBe('呼叫转接');
  });

  test('makes one character of 么, 麼 and 幺', () => {
    const forms = ['什么时候', '什麼時候', '什麼时候'].map(normaliseText);
    expect(new Set(forms).size).toBe(1);
  });

  test('keeps every character at its place', () => {
    const text = '電話費點解咁貴，簡訊收不到';
    expect(simplify(text)).toHaveLength(text.length);
  });
});

describe('what is said around a question', () => {
  test.each([
    ['你好，退款没到', '退款没到'],
    ['您好呀 请问一下发票怎么开', '发票怎么开'],
    ['在吗？卡激活不了，谢谢', '卡激活不了'],
    ['麻烦您帮我看看订单', '订单'],
    ['不好意思打扰一下，退款', '退款'],
    ['hello, where is my refund please', 'whereismyrefund'],
    ['Good morning! refund, thanks a lot', 'refund'],
  ])('is left out of %s', (message, content) => {
    expect(readContent(message)).toBe(content);
    expect(blankStopPhrases(normaliseText(message)).replaceAll(/[^\p{L}\p{N}]/gu, '')).toBe(content);
  });

  test.each(['你好', '谢谢您', 'hello', '在吗'])(
    'is what is meant when there is nothing else: %s',
    (greeting) => {
      expect(blankStopPhrases(greeting)).toBe(greeting);
      expect(readContent(greeting)).toBe('');
    },
  );

  test('leaves everything at its place', () => {
    const blanked = blankStopPhrases('你好，退款没到，谢谢');
    expect(blanked).toHaveLength('你好，退款没到，谢谢'.length);
    expect(blanked.indexOf('退款')).toBe(3);
  });

  test('is not found inside other words', () => {
    expect(readContent('现在不能上网')).toBe('现在不能上网');
    expect(readContent('highlight typography')).toBe('highlighttypography');
  });
});

/** Terms with the stretch of text each stands for. */
function listStretches(text: string): string[] {
  const found: string[] = [];
  visitTerms(text, ({ kind, start, end }) => found.push(`${kind} ${text.slice(start, end)}`));
  return found;
}
const listHashes = (text: string): number[] => {
  const found: number[] = [];
  visitTerms(text, ({ hash }) => found.push(hash));
  return found;
};

describe('terms of a text', () => {
  test('are characters and pairs of Chinese', () => {
    expect(listStretches('退款到')).toEqual([
      'character 退',
      'character 款',
      'pair 退款',
      'character 到',
      'pair 款到',
    ]);
  });

  test('do not reach across punctuation', () => {
    expect(listStretches('退，款')).toEqual(['character 退', 'character 款']);
  });

  test('are words in Latin script, and words side by side', () => {
    expect(listStretches('top up, card')).toEqual(['word top', 'word up', 'pair top up', 'word card']);
  });

  test('are the same for forms of one English word', () => {
    expect(listHashes('refunds')).toEqual(listHashes('refund'));
    expect(listHashes('charged')).toEqual(listHashes('charging'));
    expect(listHashes('card')).not.toEqual(listHashes('care'));
  });

  test('are a product name as a whole and in its parts', () => {
    expect(listStretches('i9300')).toEqual(['word i9300', 'word i', 'word 9300']);
    expect(listHashes('i9300')).toEqual(expect.arrayContaining(listHashes('9300')));
  });

  test('take characters beyond the basic plane for one each', () => {
    expect(listStretches('𠮷退𠮷')).toEqual([
      'character 𠮷',
      'character 退',
      'pair 𠮷退',
      'character 𠮷',
      'pair 退𠮷',
    ]);
  });

  test('are none for what is neither', () => {
    expect(listStretches('😀 …… ')).toEqual([]);
  });

  test('have numbers that are never nothing and tell kinds apart', () => {
    expect(hashPair('character', 0, 0)).toBeGreaterThan(0);
    expect(hashPair('pair', 1, 2)).not.toBe(hashPair('pair', 2, 1));
    expect(hashWord('word', 'tk')).not.toBe(hashWord('initials', 'tk'));
  });
});

describe('a name as one number', () => {
  test('does not mind spacing and punctuation', () => {
    expect(hashPhrase('退款 多久到账？')).toBe(hashPhrase('退款多久到账'));
    expect(hashPhrase('退款多久到账')).not.toBe(hashPhrase('退款多久到帐'));
  });

  test('is none for what says nothing, or too much', () => {
    expect(hashPhrase('？！')).toBeNull();
    expect(hashPhrase('退'.repeat(201))).toBeNull();
  });
});

const FINDER = createConceptFinder([
  { id: 'plan', terms: ['套餐', '资费', '资费套餐'] },
  { id: 'card', terms: ['card', 'bank card', '卡'] },
  { id: 'five', terms: ['5G', '五代'] },
]);
const findWords = (text: string): string[] =>
  FINDER.find(normaliseText(text)).map(({ start, end }) => normaliseText(text).slice(start, end));

describe('words of synonym groups', () => {
  test('are one term, whichever is written', () => {
    const [one] = FINDER.find('套餐');
    const [other] = FINDER.find('资费');
    expect(other?.hash).toBe(one?.hash);
    expect(FINDER.find('卡')[0]?.hash).not.toBe(one?.hash);
  });

  test('are found longest first, none overlapping', () => {
    expect(findWords('资费套餐怎么改')).toEqual(['资费套餐']);
    expect(findWords('套餐和资费')).toEqual(['套餐', '资费']);
  });

  test('are found in English only where they stand alone', () => {
    expect(findWords('discard the cards')).toEqual([]);
    expect(findWords('my card, please')).toEqual(['card']);
    expect(findWords('bank card')).toEqual(['bank card']);
    expect(findWords('sim卡card')).toEqual(['卡', 'card']);
  });

  test('are found in either script, width and case', () => {
    expect(findWords('資費')).toEqual(['资费']);
    expect(findWords('５ｇ套餐')).toEqual(['5g', '套餐']);
  });

  test('have a checksum that changes with them', () => {
    const groups = [{ id: 'plan', terms: ['套餐', '资费'] }];
    const same = createConceptFinder(structuredClone(groups)).checksum;
    expect(createConceptFinder(groups).checksum).toBe(same);
    for (const changed of [
      [],
      [{ id: 'plan', terms: ['套餐', '资费', '月租'] }],
      [{ id: 'other', terms: ['套餐', '资费'] }],
      [{ id: 'plan', terms: ['套餐资费'] }],
      [...groups, { id: 'card', terms: ['卡', '号卡'] }],
    ]) {
      expect(createConceptFinder(changed).checksum).not.toBe(same);
    }
  });

  test('are none where there are no groups', () => {
    expect(NO_CONCEPTS.find('套餐')).toEqual([]);
  });
});

describe('the distinct terms of a name', () => {
  test('begin with concepts, and know which terms are part of one', () => {
    const { hashes, kinds, within } = listTerms('套餐慢', FINDER);
    expect(kinds[0]).toBe(CONCEPT);
    expect(hashes[0]).toBe(FINDER.find('套餐')[0]?.hash);
    const ofConcept = kinds.filter((_, at) => within[at] === 1);
    expect(ofConcept).toEqual([CHARACTER, CHARACTER, PAIR]);
  });

  test('are each there once', () => {
    const { hashes, kinds } = listTerms('退退 card cards', NO_CONCEPTS);
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(kinds.toSorted((left, right) => left - right)).toEqual([CHARACTER, PAIR, PAIR, WORD]);
  });
});
