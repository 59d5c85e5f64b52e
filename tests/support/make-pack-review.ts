/**
 * What an editor would object to in a bundled pack, beyond what the schema refuses. A list of sentences, so
 * that a test can expect none from the real packs and the right one from a bad pack.
 */
import type { Article, KnowledgePack } from '../../knowledge/articles/index.ts';
import { listSlots, listTexts, parseTemplate } from '../../knowledge/articles/index.ts';

/** Words a reply must not have: promises nobody can keep, shrugs, private channels, rudeness. */
const BANNED_CHINESE = `绝对 肯定 百分之百 100% 保证 一定会 一定能 第一
  最好 最佳 最优 最快 最低 最高 最便宜 最划算 最强
  不知道 不清楚 不归我 没办法 嗯嗯 冷静 规定就是这样 都怪 我们系统的问题
  微信 vx 加我 支付宝 私下 尽快 亲亲 你`.split(/\s+/);
const BANNED_ENGLISH =
  `definitely, guarantee, 100%, absolutely, calm down, i don't know, i don’t know, not my,
  as soon as possible, asap, our policy says, you should have`.split(/,\s+/);

const SLOT_NAMES: Record<string, string[]> = {
  'zh-CN': `客户称呼 订单号 手机尾号 日期 时间 金额 套餐名 商品名 快递公司 快递单号 客服姓名 地区 工单号
    优惠内容`.split(/\s+/),
  en: `customer name, order number, date, time, amount, agent name, ticket number, team name`.split(', '),
};

/** Blanks people leave for "fill this in", which a customer would see. */
const PLACEHOLDER = /\[[^\]]*\]|【[^】]*】|<[^>]*>|XX|ＸＸ|xxx|×{2,}|_{2,}|…{3,}|\*{2,}|TODO/;
/** Credentials nobody may ask for in a chat. */
const CREDENTIAL =
  /(?:发|告诉|提供|报|send|give|tell)[^，。,.]{0,12}(?:密码|验证码|身份证号|银行卡号|password)/i;

export function reviewPack(pack: KnowledgePack): string[] {
  return [
    ...pack.articles.flatMap((article) => reviewArticle(article, pack)),
    ...findShared(pack.articles.map(({ id }) => [id])).map((id) => `id ${id} is used twice`),
    ...findShared(pack.articles.map(listNames)).map((name) => `"${name}" leads to more than one article`),
  ];
}

/** Every text a customer may say to reach the article, in the form in which two of them are the same. */
function listNames({ title, aliases }: Article): string[] {
  return [title, ...aliases].map((name) =>
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]/gu, ''),
  );
}

function findShared(lists: readonly string[][]): string[] {
  const all = lists.flat();
  return [...new Set(all.filter((name, at) => all.indexOf(name) !== at))];
}

function reviewArticle(article: Article, { id, locale }: KnowledgePack): string[] {
  const { aliases, replies } = article;
  const tones = replies.map(({ tone }) => tone);
  const faults = [
    article.locale !== locale && 'is in another language than its pack',
    !article.id.startsWith(`${id}.`) && 'has an id outside its pack',
    aliases.length < 4 && 'has fewer than four aliases',
    !(tones.includes('formal') && tones.includes('warm')) && 'lacks a tone',
    Number.isNaN(Date.parse(article.verifyBy)) && 'has no date to verify it by',
    ...replies.flatMap(({ text }) => reviewReply(text, locale)),
  ];
  return faults.filter((fault) => fault !== false).map((fault) => `${article.id} ${fault}`);
}

function reviewReply(text: string, locale: Article['locale']): string[] {
  const { nodes, problems } = parseTemplate(text);
  const slots = listSlots(nodes);
  const words = [...listTexts(nodes), ...slots.map(({ fallback }) => fallback ?? '')].join(' ');
  const banned = locale === 'en' ? BANNED_ENGLISH : BANNED_CHINESE;
  return [
    ...banned.filter((word) => words.toLowerCase().includes(word)).map((word) => `says "${word}"`),
    ...problems.map(({ fault }) => `has the mistake "${fault}"`),
    ...slots.flatMap(({ name }) =>
      SLOT_NAMES[locale]?.includes(name) ? [] : [`has the unknown slot "${name}"`],
    ),
    ...(PLACEHOLDER.test(words) ? ['has a blank left in it'] : []),
    ...(CREDENTIAL.test(words) ? ['asks for a credential'] : []),
    ...(/[\r\n]/.test(text) ? ['has a line break'] : []),
  ];
}
