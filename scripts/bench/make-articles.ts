/** Articles for benchmarks: made here, so that they need no data of anybody's. Deterministic. */
import type { Article } from '../../knowledge/articles/index.ts';

const THINGS = [
  '套餐',
  '流量',
  '宽带',
  '副卡',
  '话费',
  '发票',
  '订单',
  '包裹',
  '退款',
  '优惠券',
  '会员',
  '押金',
  '合约',
  '号码',
  '积分',
  '运费',
  '尺码',
  '保修',
  '预售',
  '赠品',
];
const EVENTS = [
  '没到账',
  '被取消',
  '不能用',
  '对不上',
  '延迟了',
  '扣错了',
  '查不到',
  '激活失败',
  '被限速',
  '收不到',
  '少发了',
  '破损了',
  '过期了',
  '转不出去',
  '打不开',
];
const PLACES = [
  '营业厅',
  '小程序',
  '网店',
  '直播间',
  '客服热线',
  '仓库',
  '驿站',
  '门店',
  '家里',
  '外地',
  '学校',
  '公司',
];
const ASKS = ['怎么办', '为什么', '找谁', '要多久', '能退吗', '能改吗', '怎么查', '谁负责'];
const FILLERS = ['昨天', '上个月', '刚才', '一直', '突然', '第二次', '三天前', '今早', '半年前'];

/** A small deterministic generator (mulberry32); the same seed gives the same articles. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function makeArticles(count: number): Article[] {
  const random = createRandom(20_261_121);
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
  const sentence = () => `${pick(FILLERS)}在${pick(PLACES)}的${pick(THINGS)}${pick(EVENTS)}，${pick(ASKS)}`;
  return Array.from({ length: count }, (_, at): Article => {
    const thing = pick(THINGS);
    const event = pick(EVENTS);
    return {
      id: `bench.${at}`,
      locale: 'zh-CN',
      title: `${pick(PLACES)}${thing}${event}${pick(ASKS)} ${at}`,
      aliases: Array.from({ length: 6 }, sentence),
      replies: [
        { tone: 'formal', text: `${sentence()}。我们已记录，请您稍候，${sentence()}。` },
        { tone: 'warm', text: `您别急，${sentence()}，我来帮您看。${sentence()}。` },
      ],
      tags: [thing, event],
      productLine: 'bench',
      severityHint: 'normal',
      confidence: 'validated',
      verifyBy: '2027-06-30',
    };
  });
}
