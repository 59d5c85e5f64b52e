import { foldChinese } from '../../../utils/text/fold-chinese.ts';
import { CHECK_DATA } from '../bundled-rules.ts';
import type { Raised } from './raised.ts';

const NAMES = new Set(CHECK_DATA.slotNames);
/** Masks of `knowledge/privacy` stand in half-width brackets and are values. */
const BRACKETED = /(?<open>[【[［<＜(（{｛])\s*(?<name>[\p{L}\p{N} _]{1,20}?)\s*[】\]］>＞)）}｝]/gu;
const BRACES = /\{\{[^{}\n]{0,60}\}\}|｛｛[^｛｝\n]{0,60}｝｝|\$\{[^{}\n]{0,40}\}|<%[^%\n]{0,40}%>/gu;
/** `XX先生`, `XXX`, `××`, `____`; not the X of a size or a model. */
const CROSSES =
  /(?<![A-Za-z0-9])[XxＸ×*]{2,4}(?=先生|女士|小姐|先生|元|天|日|月|号|点|时|小时|分钟|个|同学|同學|號|點|時|小時|分鐘|個|公司|套餐|地址)|(?<![A-Za-z0-9×])(?:XXX+|××+|ＸＸ+)(?![A-Za-z0-9×])|[_＿]{3,}|【\s*】|(?<![A-Za-z0-9])[XxＸ](?=月|日|小时|小時|个工作|個工作|元|天)|(?<![A-Za-z])(?:TBD|TODO|xxx+)(?![A-Za-z])/gu;
const HONORIFIC = /^(?:先生|女士|小姐)/u;
const NAME_SLOT = /name|姓名|称呼|名字|客户|昵称/iu;
const MASKS = new Set(['[身份证号]', '[邮箱]']);

/** @param customerName what a blank for a name is filled with */
export function findSlots(text: string, customerName: string | undefined): Raised[] {
  const spans = [
    ...[...text.matchAll(BRACES)].map(({ 0: words, index }) => ({ start: index, end: index + words.length })),
    ...[...text.matchAll(BRACKETED)].flatMap(({ 0: words, index, groups }) => {
      const name = foldChinese(groups?.['name'] ?? '').trim();
      const isSlot =
        !MASKS.has(words) && (NAMES.has(name.toLowerCase()) || isPlaceholder(groups?.['open'], name));
      return isSlot ? [{ start: index, end: index + words.length }] : [];
    }),
    ...[...text.matchAll(CROSSES)].map(({ 0: words, index }) => ({
      start: index,
      end: index + words.length + (HONORIFIC.exec(text.slice(index + words.length))?.[0].length ?? 0),
    })),
  ];
  const open = spans.filter(
    ({ start }, at) => !spans.slice(0, at).some((one) => one.start <= start && one.end > start),
  );
  return open.map(({ start, end }) => ({
    kind: 'unfilled-slot',
    text: 'unfilled-slot',
    start,
    end,
    rewrite: fillName(text, { start, end }, customerName),
  }));
}

/** `{name}` and `<order_id>` are no way to write anything else. */
function isPlaceholder(open: string | undefined, name: string): boolean {
  return (
    (open === '{' || open === '<') &&
    /^[a-z]+(?:_[a-z]+)*$/iu.test(name) &&
    !/^(?:br|b|i|p|u|a|div)$/iu.test(name)
  );
}

function fillName(
  text: string,
  { start, end }: { start: number; end: number },
  customerName: string | undefined,
) {
  const words = foldChinese(text.slice(start, end));
  const isName = NAME_SLOT.test(words) || /(?:先生|女士|小姐)$/u.test(words);
  if (!isName || !customerName) return null;
  // "王女士" stands in the draft already: the blank can go.
  const isNamed = text.slice(0, start).includes(customerName) || text.slice(end).includes(customerName);
  return { start, end, text: isNamed ? '' : customerName };
}
