/** Mechanical damages to a Chinese question, each decided by the question itself: the same at every run. */
import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import { hashText } from '../../utils/text/hash-text.ts';

const HAN = /\p{Script=Han}/u;

/** @returns positions of Chinese characters, and one of them to begin with */
function chooseHan(question: string): { letters: string[]; at: number[]; start: number } {
  const letters = [...question];
  const at = letters.flatMap((letter, position) => (HAN.test(letter) ? [position] : []));
  return { letters, at, start: hashText(question) % Math.max(1, at.length) };
}

/** A character lost. */
export function loseOne(question: string): string {
  const { letters, at, start } = chooseHan(question);
  return letters.toSpliced(at[start] ?? 0, 1).join('');
}

/** Two characters that stand next to each other, the other way round. */
export function swapOne(question: string): string {
  const { letters, at, start } = chooseHan(question);
  const first = at.findIndex((position, index) => index >= start && at[index + 1] === position + 1);
  const position = at[first < 0 ? 0 : first] ?? 0;
  const pair = letters.slice(position, position + 2).toReversed();
  return letters.toSpliced(position, 2, ...pair).join('');
}

/** A character that sounds the same instead. @param sameSound by sound, the characters that may stand in */
export function mishearOne(question: string, sameSound: ReadonlyMap<string, readonly string[]>): string {
  const { letters, at, start } = chooseHan(question);
  for (const position of [...at.slice(start), ...at.slice(0, start)]) {
    const letter = letters[position] ?? '';
    const others = (sameSound.get(readSound(letter)) ?? []).filter((other) => other !== letter);
    const other = others[hashText(question) % Math.max(1, others.length)];
    if (other) return letters.toSpliced(position, 1, other).join('');
  }
  return question;
}

/** The characters of these texts by how they sound, tones aside. */
export function groupBySound(texts: readonly string[]): Map<string, string[]> {
  const characters = [...new Set(texts.join(''))].filter((letter) => HAN.test(letter)).toSorted();
  const groups = new Map<string, string[]>();
  for (const letter of characters) {
    const sound = readSound(letter);
    groups.set(sound, [...(groups.get(sound) ?? []), letter]);
  }
  return groups;
}

function readSound(text: string): string {
  return pinyin(text, { toneType: 'none' });
}

const toTaiwan = Converter({ from: 'cn', to: 'tw' });
const toHongKong = Converter({ from: 'cn', to: 'hk' });

export function writeTaiwanese(question: string): string {
  return toTaiwan(question);
}

export function writeHongKongese(question: string): string {
  return toHongKong(question);
}

/** In pinyin, word by word: 退款 到账 → tuikuan daozhang. */
export function spellWords(words: readonly string[]): string {
  return words.map((word) => readSound(word).replaceAll(' ', '')).join(' ');
}

/** First letters: 退款 到账 → tk dz. */
export function abbreviateWords(words: readonly string[]): string {
  return words
    .map((word) => pinyin(word, { pattern: 'first', toneType: 'none' }).replaceAll(' ', ''))
    .join(' ');
}

/** A hundred characters of talk around a question. `@` is where it stands. */
const CHATTER = [
  '你好呀，今天忙了一整天，刚吃完饭才有空坐下来看手机，家里小孩又在旁边吵得不行，我就长话短说了哈，@，你慢慢帮我看，我不着急，反正外面下着大雨也出不了门，一会儿我妈还要过来，等你这边有结果了再跟我讲一声就好',
  '在吗在吗，我是老顾客啦，之前一直觉得你们挺好的，身边好几个同事都是听我说了才来的，这次本来不想麻烦你们，想来想去还是来问一声，我这个人说话比较直，你别往心里去，@',
  '@，刚才我在地铁上，人特别多，站都站不稳，打字也打不利索，可能有错别字你将就着看，等下到公司还要开会，上午基本没空，中午吃饭的时候我再来看你的回复，先谢谢你啦，祝你今天顺顺利利',
  '哎呀总算有人了，我跟你说，昨晚我和我老公为了这件小事还拌了两句嘴，他说肯定没人理，我说人家服务好着呢，结果我一觉睡到九点，起来第一件事就是来找你，@，你别嫌我啰嗦啊，年纪大了就是爱多讲两句',
];

export function buryInChatter(question: string): string {
  return (CHATTER[hashText(question) % CHATTER.length] ?? '@').replace('@', question);
}

/** How many write to a shop: a greeting, a number, and then what it is about. */
export function greetFirst(question: string): string {
  const order = String(2_026_110_100_000_000 + hashText(question));
  return `您好，在吗？订单号${order}，${question}，麻烦您了，谢谢`;
}
