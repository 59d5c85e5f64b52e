import { describe, expect, test } from 'vitest';
import { listReadings } from '../../knowledge/search/pinyin/readings.ts';
import { hashInitials, hashSoundPair, visitSounds } from '../../knowledge/search/pinyin/sounds.ts';
import {
  foldSyllable,
  numberSyllable,
  readPinyin,
  SYLLABLE_BOUND,
} from '../../knowledge/search/pinyin/syllables.ts';

const read = (letters: string): string[] =>
  readPinyin(letters).map(({ syllables, rest }) => [...syllables, ...(rest ? [`${rest}…`] : [])].join(' '));

describe('typed letters as syllables', () => {
  test.each([
    ['tuikuan', 'tui kuan'],
    ['chongzhi', 'chong zhi'],
    ['zhuang', 'zhuang'],
    ["xi'an", 'xian'],
    ['lvse', 'lv se'],
  ])('%s is %s', (letters, syllables) => {
    expect(read(letters)[0]).toBe(syllables);
  });

  test('can be read in two ways, fewer syllables first', () => {
    expect(read('xian')[0]).toBe('xian');
    expect(read('xian')).toContain('xi an');
    expect(read('fangan')).toEqual(expect.arrayContaining(['fang an', 'fan gan']));
  });

  test.each([
    ['tuik', 'tui k…'],
    ['tuiku', 'tui ku'],
    ['tuikuang', 'tui kuang'],
    ['faz', 'fa z…'],
    ['fazh', 'fa zh…'],
    ['zh', 'zh…'],
    ['caili', 'cai li…'],
  ])('%s ends in a syllable that is still being typed: %s', (letters, syllables) => {
    expect(read(letters)).toContain(syllables);
  });

  test.each(['refund', 'iphone', 'vvv', 'tui1', '', '退', 'a'.repeat(61)])('%s is no pinyin', (letters) => {
    expect(read(letters)).toEqual([]);
  });

  test('never gives more than a few readings, nor loses letters', () => {
    const letters = 'xianxianxianxianxianxianxianxian';
    const readings = readPinyin(letters);
    expect(readings.length).toBeGreaterThan(1);
    expect(readings.length).toBeLessThanOrEqual(3);
    for (const { syllables, rest } of readings) expect(syllables.join('') + rest).toBe(letters);
  });

  test('have numbers, what is no syllable has none', () => {
    expect(numberSyllable('tui')).toBeGreaterThan(0);
    expect(numberSyllable('zuo')).toBeLessThan(SYLLABLE_BOUND);
    expect(numberSyllable('refund')).toBe(0);
    expect(foldSyllable('refund')).toBe(0);
  });
});

describe('what many speakers do not tell apart', () => {
  test.each([
    ['zhi', 'zi'],
    ['chong', 'cong'],
    ['shi', 'si'],
    ['nan', 'lan'],
    ['xing', 'xin'],
    ['sheng', 'sen'],
    ['huang', 'huan'],
  ])('%s and %s sound the same', (one, other) => {
    expect(foldSyllable(one)).toBe(foldSyllable(other));
    expect(numberSyllable(one)).not.toBe(numberSyllable(other));
  });

  test.each([
    ['tui', 'dui'],
    ['zhi', 'chi'],
    ['dong', 'don'],
    ['kuan', 'kan'],
  ])('%s and %s do not', (one, other) => {
    expect(foldSyllable(one)).not.toBe(foldSyllable(other));
  });
});

describe('readings of a character', () => {
  const syllablesOf = (character: string) => listReadings(character).map(({ syllable }) => syllable);
  const numbers = (...syllables: string[]) => syllables.map(numberSyllable);

  test.each([
    ['还', 'hai', 'huan'],
    ['重', 'zhong', 'chong'],
    ['行', 'xing', 'hang'],
    ['卡', 'ka', 'ka'],
  ])('%s is read %s and %s', (character, one, other) => {
    expect(syllablesOf(character)).toEqual(expect.arrayContaining(numbers(one, other)));
  });

  test('are at most three, each with its first letter', () => {
    for (const character of '还重行和着都差参单') {
      const readings = listReadings(character);
      expect(readings.length).toBeGreaterThan(0);
      expect(readings.length).toBeLessThanOrEqual(3);
      for (const { initial } of readings) expect(initial).toMatch(/^[a-z]$/);
    }
    expect(listReadings('退')[0]?.initial).toBe('t');
  });

  test.each(['b', '1', '，', '😀', '\uD800', ''])('there are none of %j', (character) => {
    expect(listReadings(character)).toEqual([]);
  });
});

describe('what a name sounds like', () => {
  function hear(text: string) {
    const heard = new Set<number>();
    visitSounds(text, (hash) => heard.add(hash));
    return heard;
  }
  const pair = (first: string, second: string) => hashSoundPair(foldSyllable(first), foldSyllable(second));

  test('has every reading of neighbours', () => {
    const heard = hear('还款');
    expect(heard.has(pair('huan', 'kuan'))).toBe(true);
    expect(heard.has(pair('hai', 'kuan'))).toBe(true);
    expect(heard.has(pair('kuan', 'huan'))).toBe(false);
  });

  test('is the same for a same-sound typo', () => {
    expect(hear('退宽').has(pair('tui', 'kuan'))).toBe(true);
  });

  test('has the initials of words, and of words side by side', () => {
    const heard = hear('退款到账');
    for (const initials of ['tk', 'dz', 'tkdz'])
      expect([initials, heard.has(hashInitials(initials))]).toEqual([initials, true]);
    expect(heard.has(hashInitials('td'))).toBe(false);
  });

  test('ends where Chinese ends', () => {
    expect(hear('退，款').has(pair('tui', 'kuan'))).toBe(false);
    expect(hear('refund').size).toBe(0);
  });
});
