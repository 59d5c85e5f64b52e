/** The syllables of Mandarin without tones, as typed on a keyboard (ü as v). */
const SYLLABLES =
  `a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng
  cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu
  cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e
  ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang
  gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao
  jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun
  kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve ma
  mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni
  nian niang niao nie nin ning niu nong nou nu nuan nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie
  pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong
  rou ru rua ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou
  shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te tei teng ti tian
  tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing
  xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen
  zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong
  zou zu zuan zui zun zuo`.split(/\s+/);

/** Syllable → a small number that never changes: the index keeps it. */
const NUMBERS: ReadonlyMap<string, number> = new Map(SYLLABLES.map((syllable, at) => [syllable, at + 1]));

/** More than any number a syllable has. */
export const SYLLABLE_BOUND = 512;

/** @returns 0 for what is no syllable */
export function numberSyllable(syllable: string): number {
  return NUMBERS.get(syllable) ?? 0;
}

/**
 * What many speakers do not tell apart sounds the same: zh/z, ch/c, sh/s, n/l, ing/in, eng/en, ang/an.
 *
 * @returns a number of the first of its kind, not always a syllable that exists
 */
export function foldSyllable(syllable: string): number {
  return FOLDED.get(foldSpelling(syllable)) ?? 0;
}

function foldSpelling(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^l/, 'n')
    .replace(/([aei])ng$/, '$1n');
}

const FOLDED: ReadonlyMap<string, number> = new Map(
  [...new Set(SYLLABLES.map(foldSpelling))].map((folded, at) => [folded, at + 1]),
);

const LONGEST = 6;
const MAX_LETTERS = 60;
/** xian is one syllable or two; more ways than this to read one word help nobody. */
const MAX_READINGS = 3;

/** How typed letters can be read as syllables; the last one may still be being typed. */
export interface PinyinReading {
  syllables: string[];
  /** Letters at the end that only begin a syllable: `kuan` being typed is `k`, `ku`, `kua`. */
  rest: string;
}

/** @returns readings with the fewest syllables first; empty if the letters are not pinyin */
export function readPinyin(letters: string): PinyinReading[] {
  if (letters.length > MAX_LETTERS || !/^[a-z']+$/.test(letters)) return [];
  const whole = readFrom(letters.replaceAll("'", ''), new Map());
  return whole.toSorted((left, right) => countParts(left) - countParts(right)).slice(0, MAX_READINGS);
}

const countParts = ({ syllables, rest }: PinyinReading) => syllables.length + (rest ? 1.5 : 0);

function readFrom(letters: string, known: Map<string, PinyinReading[]>): PinyinReading[] {
  if (letters === '') return [{ syllables: [], rest: '' }];
  const before = known.get(letters);
  if (before) return before;
  const readings: PinyinReading[] = [];
  for (let length = Math.min(LONGEST, letters.length); length > 0; length -= 1) {
    const syllable = letters.slice(0, length);
    if (NUMBERS.has(syllable)) {
      for (const { syllables, rest } of readFrom(letters.slice(length), known))
        readings.push({ syllables: [syllable, ...syllables], rest });
    }
    // A whole syllable can be the beginning of a longer one: li of ling.
    if (length === letters.length && isBeginning(syllable)) readings.push({ syllables: [], rest: syllable });
  }
  const best = readings
    .toSorted((left, right) => countParts(left) - countParts(right))
    .slice(0, MAX_READINGS);
  known.set(letters, best);
  return best;
}

const BEGINNINGS = new Set(
  SYLLABLES.flatMap((syllable) => [...syllable].map((_, at) => syllable.slice(0, at))),
);

function isBeginning(letters: string): boolean {
  return BEGINNINGS.has(letters);
}

/** @returns whether a text is nothing but pinyin, every syllable whole: haode, ni hao */
export function isPinyin(text: string): boolean {
  const words = text.trim().toLowerCase().split(/\s+/);
  return words.every((word) => readPinyin(word).some(({ rest }) => rest === ''));
}
