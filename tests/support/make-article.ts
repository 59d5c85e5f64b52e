import type { Article, KnowledgePack } from '../../knowledge/articles/index.ts';

/** A whole article of which a test states only what matters to it. */
export function makeArticle(overrides: Partial<Article> = {}): Article {
  return {
    id: 'test.refund',
    locale: 'zh-CN',
    title: '退款多久到账',
    aliases: ['钱怎么还没退回来'],
    replies: [
      { tone: 'formal', text: '退款已经提交，银行处理需要一些时间。' },
      { tone: 'warm', text: '您的退款已经在路上了哦。' },
    ],
    tags: ['退款'],
    productLine: 'after-sales',
    severityHint: 'normal',
    confidence: 'validated',
    verifyBy: '2027-06-30',
    ...overrides,
  };
}

export function makePack(overrides: Partial<KnowledgePack> = {}): KnowledgePack {
  return {
    id: 'test-pack',
    version: 1,
    locale: 'zh-CN',
    title: { 'zh-CN': '测试', 'zh-TW': '測試', en: 'Test' },
    articles: [makeArticle()],
    ...overrides,
  };
}
