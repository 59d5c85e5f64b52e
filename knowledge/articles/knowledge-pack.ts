import type { Article } from './article.ts';

/** A bundle of articles that travels as one file. */
export interface KnowledgePack {
  id: string;
  /** Rises with every change, so that a newer file replaces an older one. */
  version: number;
  locale: Article['locale'];
  title: Record<'zh-CN' | 'zh-TW' | 'en', string>;
  articles: Article[];
}
