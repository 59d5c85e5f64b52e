import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Article, KnowledgePack } from '../../knowledge/articles/index.ts';
import { checkDraft } from '../../knowledge/compliance/index.ts';
import { knowledgePackSchema } from '../../knowledge/contracts/index.ts';
import { buildSegment, createConceptFinder, createSearchIndex } from '../../knowledge/search/index.ts';
import { STARTER_PACKS } from '../../knowledge/starter/index.ts';
import { BUNDLED_SYNONYMS } from '../../knowledge/synonyms/index.ts';
import { makeArticle, makePack } from '../support/make-article.ts';
import { reviewPack } from '../support/make-pack-review.ts';

const FOLDER = new URL('../../knowledge/starter/packs/', import.meta.url);
/** As the search worker sets it up. */
const CONCEPTS = createConceptFinder(BUNDLED_SYNONYMS);
const FILES = readdirSync(FOLDER);
const PACKS: KnowledgePack[] = FILES.map((name) =>
  knowledgePackSchema.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))),
);

function fillBlanks(text: string, locale: KnowledgePack['locale']): string {
  const time = locale === 'en' ? '5 pm' : '18点';
  return text.replaceAll(/\{\{[^{}|]*\|([^{}]*)\}\}/g, '$1').replaceAll(/\{\{[^{}]*\}\}/g, time);
}

describe('the bundled packs', () => {
  test('are the ones that are installed, in the version that is installed', () => {
    const bundled = PACKS.map(({ id, version }) => ({ id, version }));
    const byId = (left: { id: string }, right: { id: string }) => left.id.localeCompare(right.id);
    expect(bundled.toSorted(byId)).toEqual([...STARTER_PACKS].toSorted(byId));
    expect(FILES.toSorted()).toEqual(STARTER_PACKS.map(({ id }) => `${id}.json`).toSorted());
  });

  test.each([
    ['telecom', 60],
    ['ecommerce', 60],
    ['service-basics', 40],
    ['service-basics-en', 40],
  ])('%s has at least %d articles', (id, least) => {
    expect(PACKS.find((pack) => pack.id === id)?.articles.length).toBeGreaterThanOrEqual(least);
  });

  test('use no article id twice, in whichever pack', () => {
    const ids = PACKS.flatMap(({ articles }) => articles.map(({ id }) => id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test.each(PACKS)('$id leaves nothing to object to', (pack) => {
    expect(reviewPack(pack)).toEqual([]);
  });

  test.each(PACKS)('$id finds each of its articles first, by title and by every alias', ({ articles }) => {
    const index = createSearchIndex(buildSegment(articles, CONCEPTS), CONCEPTS);
    const missed = articles.flatMap(({ id, title, aliases }) =>
      [title, ...aliases].filter((question) => index.search(question, 1)[0]?.articleId !== id),
    );
    expect(missed).toEqual([]);
  });

  test.each(PACKS)('$id says nothing that the draft check would object to', ({ articles, locale }) => {
    const drafts = articles.flatMap(({ replies }) => replies.map(({ text }) => fillBlanks(text, locale)));
    const findings = drafts.flatMap((text) => checkDraft({ text, conversation: null, locale }));
    expect(findings.map(({ kind, words }) => `${kind}: ${words}`)).toEqual([]);
  });

  test.each(PACKS)('$id can be answered with at once in at least half of its replies', ({ articles }) => {
    const replies = articles.flatMap((article) => article.replies.map(({ text }) => text));
    const ready = replies.filter((text) => !/\{\{[^{}|]+\}\}/.test(text));
    expect(ready.length / replies.length).toBeGreaterThanOrEqual(0.5);
  });

  test.each(PACKS)('$id is due for verification article by article, not for ever valid', ({ articles }) => {
    const dates = articles.map(({ verifyBy }) => verifyBy).toSorted();
    expect((dates[0] ?? '') >= '2027-02-01').toBe(true);
    expect((dates.at(-1) ?? '') <= '2027-11-30').toBe(true);
  });
});

/** An article nobody objects to: each test below spoils exactly one thing. */
const SOUND = makeArticle({
  id: 'test-pack.refund',
  aliases: ['钱怎么还没退回来', '退款没到', '啥时候退钱', '退宽没到账'],
  replies: [
    { tone: 'formal', text: '{{客户称呼|您}}好，退款已提交，我{{时间}}前再来答复您。' },
    { tone: 'warm', text: '这笔退款我帮您盯着，请把订单号发我。' },
  ],
});
const OTHER = makeArticle({
  ...SOUND,
  id: 'test-pack.invoice',
  title: '发票抬头怎么改',
  aliases: ['发票写错了', '能重开发票吗', '换个抬头', '发飘抬头'],
});

const review = (...articles: Article[]) => reviewPack(makePack({ articles }));
const withReply = (text: string) =>
  makeArticle({ ...SOUND, replies: [...SOUND.replies, { tone: 'warm', text }] });

describe('the review of a pack', () => {
  test('has nothing against a sound one', () => {
    expect(review(SOUND, OTHER)).toEqual([]);
  });

  test.each([
    ['an alias two articles share', { aliases: [...OTHER.aliases, '退款没到'] }, '退款没到'],
    [
      'an alias that differs in punctuation only',
      { aliases: [...OTHER.aliases, '退款没到？！'] },
      '退款没到',
    ],
    ['an alias that is another’s title', { aliases: [...OTHER.aliases, SOUND.title] }, SOUND.title],
    ['a title that is another’s alias', { title: '啥时候退钱' }, '啥时候退钱'],
    ['an alias said twice', { aliases: [...OTHER.aliases, '换个抬头'] }, '换个抬头'],
  ])('objects to %s', (_what, fault, name) => {
    expect(review(SOUND, { ...OTHER, ...fault })).toEqual([`"${name}" leads to more than one article`]);
  });

  test.each([
    ['too few aliases', { aliases: ['发票写错了'] }, 'has fewer than four aliases'],
    ['one tone only', { replies: SOUND.replies.slice(0, 1) }, 'lacks a tone'],
    ['another language', { locale: 'zh-TW' as const }, 'is in another language than its pack'],
    ['a verification date in words', { verifyBy: '明年' }, 'has no date to verify it by'],
  ])('objects to %s', (_what, fault, objection) => {
    expect(review({ ...OTHER, ...fault })[0]).toBe(`test-pack.invoice ${objection}`);
  });

  test('objects to an id used twice and to one from another pack', () => {
    expect(review(SOUND, { ...OTHER, id: SOUND.id })).toContain('id test-pack.refund is used twice');
    expect(review({ ...SOUND, id: 'other.refund' })).toEqual(['other.refund has an id outside its pack']);
  });

  test.each([
    ['我们绝对会处理', 'says "绝对"'],
    ['请您冷静一下', 'says "冷静"'],
    ['会尽快答复您', 'says "尽快"'],
    ['请加我微信', 'says "微信"'],
    ['这是全网最低价', 'says "最低"'],
    ['你好', 'says "你"'],
    ['您好，{{姓名}}', 'has the unknown slot "姓名"'],
    ['您好，{{}}', 'has the mistake "nameless"'],
    ['订单[xx]已发货', 'has a blank left in it'],
    ['订单XX已发货', 'has a blank left in it'],
    ['订单___已发货', 'has a blank left in it'],
    ['请把验证码发给我，麻烦提供一下密码', 'asks for a credential'],
    ['第一行\n您好', 'has a line break'],
  ])('objects to the reply %j', (text, objection) => {
    expect(review(withReply(text))).toContain(`test-pack.refund ${objection}`);
  });

  test.each([
    'We guarantee it.',
    'I don’t know.',
    'We reply ASAP.',
    'Please calm down.',
    'That is not my job.',
  ])('objects to the English reply %j', (text) => {
    const article = makeArticle({ ...withReply(text), locale: 'en' });
    expect(reviewPack(makePack({ locale: 'en', articles: [article] })).join()).toContain('says "');
  });
});

describe('the schema in front of the review', () => {
  test.each(['单号{{}}', '单号{{ }}', '单号{{|您}}'])('refuses a pack with the empty slot in %s', (text) => {
    expect(knowledgePackSchema.safeParse(makePack({ articles: [SOUND] })).success).toBe(true);
    expect(knowledgePackSchema.safeParse(makePack({ articles: [withReply(text)] })).success).toBe(false);
  });
});
