import { describe, expect, test } from 'vitest';
import { articleSchema, knowledgePackSchema } from '../../knowledge/contracts/index.ts';
import { makeArticle, makePack } from '../support/make-article.ts';

const acceptsPack = (value: unknown) => knowledgePackSchema.safeParse(value).success;
const acceptsArticle = (value: unknown) => articleSchema.safeParse(value).success;
const acceptsReply = (text: string) => acceptsArticle(makeArticle({ replies: [{ tone: 'warm', text }] }));

describe('a pack', () => {
  test('is taken as it is written', () => {
    expect(knowledgePackSchema.parse(makePack())).toEqual(makePack());
  });

  test.each([
    ['an extra key', { ...makePack(), script: 'alert(1)' }],
    ['an extra key in an article', makePack({ articles: [{ ...makeArticle(), html: '<b>' } as never] })],
    ['a key called constructor', { ...makePack(), constructor: 'x' }],
    ['no articles', makePack({ articles: [] })],
    ['an id for a path', makePack({ id: '../secrets' })],
    ['a version of nought', makePack({ version: 0 })],
    ['half a version', makePack({ version: 1.5 })],
    ['a language we do not have', { ...makePack(), locale: 'fr' }],
    ['a title missing in one language', { ...makePack(), title: { 'zh-CN': '测试', en: 'Test' } }],
    ['a title in a language we do not have', { ...makePack(), title: { ...makePack().title, fr: 'Essai' } }],
  ])('is refused with %s', (_what, pack) => {
    expect(acceptsPack(pack)).toBe(false);
  });

  test('does not carry a prototype in', () => {
    const text = JSON.stringify(makePack()).replace('{', '{"__proto__":{"polluted":true},');
    const parsed = knowledgePackSchema.safeParse(JSON.parse(text));
    expect(parsed.success ? Object.getPrototypeOf(parsed.data) : Object.prototype).toBe(Object.prototype);
    expect(parsed.success && Object.hasOwn(parsed.data, '__proto__')).toBe(false);
  });

  test('may hold five thousand articles and not one more', () => {
    const articles = Array.from({ length: 5_001 }, (_, at) => makeArticle({ id: `test.${at}` }));
    expect(acceptsPack(makePack({ articles: articles.slice(1) }))).toBe(true);
    expect(acceptsPack(makePack({ articles }))).toBe(false);
  });

  test('says which article and which field is at fault', () => {
    const pack = makePack({ articles: [makeArticle(), makeArticle({ title: '' })] });
    const { error } = knowledgePackSchema.safeParse(pack);
    expect(error?.issues.map(({ path }) => path)).toEqual([['articles', 1, 'title']]);
  });
});

describe('an article', () => {
  test('may leave out its note and its complaint family, but not say them as nothing', () => {
    expect(acceptsArticle(makeArticle({ internalNote: '先核对订单', complaintFamily: 'refund' }))).toBe(true);
    expect(acceptsArticle({ ...makeArticle(), internalNote: undefined })).toBe(false);
    expect(acceptsArticle({ ...makeArticle(), internalNote: '' })).toBe(false);
  });

  test.each<[string, Partial<Record<keyof ReturnType<typeof makeArticle>, unknown>>]>([
    ['a title of spaces', { title: '   ' }],
    ['an endless title', { title: '长'.repeat(81) }],
    ['a title over two lines', { title: '退款\n多久' }],
    ['an empty alias', { aliases: [''] }],
    ['an endless alias', { aliases: ['长'.repeat(121)] }],
    ['too many aliases', { aliases: Array.from({ length: 61 }, (_, at) => `问法${at}`) }],
    ['no reply', { replies: [] }],
    ['too many replies', { replies: Array.from({ length: 7 }, () => ({ tone: 'warm', text: '好' })) }],
    ['a reply in an unknown tone', { replies: [{ tone: 'rude', text: '好' }] }],
    ['an endless reply', { replies: [{ tone: 'warm', text: '长'.repeat(2_001) }] }],
    ['an id with a slash', { id: 'a/b/c' }],
    ['an id over two lines', { id: 'test.\nid' }],
    ['a confidence we do not know', { confidence: 'sure' }],
    ['a severity we do not know', { severityHint: 'terrible' }],
    ['a date that does not exist', { verifyBy: '2027-02-30' }],
    ['a date in words', { verifyBy: 'next year' }],
    ['a date with a time', { verifyBy: '2027-02-01T00:00:00Z' }],
  ])('is refused with %s', (_what, fault) => {
    expect(acceptsArticle(makeArticle())).toBe(true);
    expect(acceptsArticle({ ...makeArticle(), ...fault })).toBe(false);
  });
});

describe('a reply', () => {
  test.each(['您好。', '{{客户称呼|您}}好', '单号{{订单号}}，{{日期}}前', '{{ 订单号 }}', '用{大括号}也行'])(
    'may read %s',
    (text) => {
      expect(acceptsReply(text)).toBe(true);
    },
  );

  test.each([
    '单号{{}}',
    '单号{{ }}',
    '单号{{|您}}',
    '单号{{订单号',
    '单号订单号}}',
    '单号{{订{单}号}}',
    '{{{{订单号}}}}',
    '{{a}} 和 {{',
  ])('is refused with a slot nobody can fill: %s', (text) => {
    expect(acceptsReply(text)).toBe(false);
  });
});
