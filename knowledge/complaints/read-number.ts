/** Numbers as people write them: “1,200.50”, “两百”, “三万五”, “three”. */

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1_000 };
const WORDS: Record<string, number> = {
  a: 1,
  one: 1,
  two: 2,
  double: 2,
  twice: 2,
  three: 3,
  triple: 3,
  six: 6,
  twelve: 12,
  半: 0.5,
};

/** Null: no number. */
export function readNumber(words: string): number | null {
  const bare = words.replaceAll(',', '').toLowerCase();
  if (/^\d+(?:\.\d+)?$/.test(bare)) return Number(bare);
  return WORDS[bare] ?? readChinese(bare.replaceAll('萬', '万'));
}

function readChinese(words: string): number | null {
  const [high = '', low, ...more] = words.split('万');
  if (low === undefined) return readBelowTenThousand(high, 1);
  const [tens, ones] = [readBelowTenThousand(high, 1), low === '' ? 0 : readBelowTenThousand(low, 1_000)];
  return tens === null || ones === null || more.length > 0 ? null : tens * 10_000 + ones;
}

/** @param lastUnit what a last digit without a unit stands for: “三万五” means 35,000, “一百二” 120 */
function readBelowTenThousand(words: string, lastUnit: number): number | null {
  let total = 0;
  let digit: number | null = null;
  let unitBelow = lastUnit;
  for (const letter of words) {
    const unit = UNITS[letter];
    const value = DIGITS[letter];
    if (unit !== undefined) {
      total += (digit ?? 1) * unit;
      unitBelow = unit / 10;
      digit = null;
    } else if (value === undefined) return null;
    else if (value === 0) unitBelow = 1;
    else digit = value;
  }
  if (words === '') return null;
  return total + (digit ?? 0) * (total === 0 && lastUnit === 1 ? 1 : Math.max(1, unitBelow));
}
