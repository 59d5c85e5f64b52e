import { describe, expect, test } from 'vitest';
import {
  BUNDLED_SYNONYMS,
  formatSynonyms,
  parseSynonyms,
  tidyTerms,
} from '../../knowledge/synonyms/index.ts';

const termsOf = (text: string) => parseSynonyms(text).groups.map(({ terms }) => terms);

describe('a file of synonyms', () => {
  test.each(['套餐=资费', '套餐＝资费', '套餐,资费', '套餐，资费', '套餐、资费', '套餐/资费', '套餐\t资费'])(
    'separates words as people do: %j',
    (line) => {
      expect(termsOf(line)).toEqual([['套餐', '资费']]);
    },
  );

  test('has one group a line; notes and empty lines are none', () => {
    const text =
      '\uFEFF# 我们的叫法\r\n套餐 = 资费 = 月租\r\n\r\n  ＃ 银行\n销户、 注销\u2028card, debit card\n';
    expect(parseSynonyms(text)).toEqual({
      groups: [
        { terms: ['套餐', '资费', '月租'] },
        { terms: ['销户', '注销'] },
        { terms: ['card', 'debit card'] },
      ],
      problems: [],
    });
  });

  test('keeps a word once, width and case aside, and a group once, order aside', () => {
    expect(termsOf('APP = app = ＡＰＰ = 软件\n软件 = App')).toEqual([['APP', '软件']]);
  });

  test('takes “log in” and “login” for two words', () => {
    expect(termsOf('log in = login')).toEqual([['log in', 'login']]);
  });

  test('drops what is no word, and what nobody can see', () => {
    expect(termsOf('套餐 = … = 资\u200B费 = #月租')).toEqual([['套餐', '资费', '月租']]);
  });

  test.each([
    ['套餐', 'one-word'],
    ['套餐 = 套餐', 'one-word'],
    ['套餐 = ？！', 'one-word'],
    [`套餐 = ${'长'.repeat(21)}`, 'word-too-long'],
    [Array.from({ length: 13 }, (_, at) => `词${at}`).join('、'), 'too-many-words'],
  ])('says what is wrong with the line %j: %s', (line, reason) => {
    expect(parseSynonyms(`a = b\n${line}\nc = d`)).toEqual({
      groups: [{ terms: ['a', 'b'] }, { terms: ['c', 'd'] }],
      problems: [{ line: 2, reason }],
    });
  });

  test('of a whole dictionary is cut, and says where', () => {
    const text = Array.from({ length: 5_002 }, (_, at) => `甲${at} = 乙${at}`).join('\n');
    const { groups, problems } = parseSynonyms(text);
    expect(groups).toHaveLength(5_000);
    expect(problems).toEqual([{ line: 5_001, reason: 'too-many-groups' }]);
  });

  test('is written one group a line', () => {
    expect(formatSynonyms([{ terms: ['套餐', '资费'] }, { terms: ['销户', '注销'] }])).toBe(
      '套餐 = 资费\n销户 = 注销\n',
    );
  });
});

describe('the words of a group', () => {
  test('never hold what separates words in a file', () => {
    expect(tidyTerms(['#a=b', 'c\td'])).toEqual({ ok: true, terms: ['a b', 'c d'] });
  });
});

describe('the bundled synonyms', () => {
  const terms = BUNDLED_SYNONYMS.flatMap((group) => group.terms);

  test('are there, each group with an id of its own', () => {
    expect(BUNDLED_SYNONYMS.length).toBeGreaterThan(250);
    const ids = BUNDLED_SYNONYMS.map(({ id }) => id);
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test('are groups a team could have written: sizes, lengths, no word twice', () => {
    const untidy = BUNDLED_SYNONYMS.filter((group) => {
      const tidy = tidyTerms(group.terms);
      return !tidy.ok || tidy.terms.join() !== group.terms.join();
    });
    expect(untidy).toEqual([]);
  });

  test('have no word of a single character: it would be found inside other words', () => {
    expect(terms.filter((term) => [...term].length < 2)).toEqual([]);
  });

  test('have no word in two groups', () => {
    const folded = terms.map((term) => term.normalize('NFKC').toLowerCase());
    expect(folded.filter((term, at) => folded.indexOf(term) !== at)).toEqual([]);
  });

  test('have no group whose words all hold one of them: the search finds those anyway', () => {
    const isInAll = (term: string, group: readonly string[]) =>
      group.every((other) => other.toLowerCase().includes(term.toLowerCase()));
    const idle = BUNDLED_SYNONYMS.filter((group) => group.terms.some((term) => isInAll(term, group.terms)));
    expect(idle).toEqual([]);
  });
});
