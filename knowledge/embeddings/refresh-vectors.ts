/** Brings the vectors in step with the articles, a few at a time: thousands of articles take minutes. */
import type { Article } from '../articles/index.ts';
import type { Embedder } from './embedder.ts';
import type { IndexedArticle, VectorIndex } from './vector-index.ts';

export interface EmbeddableArticle extends Pick<Article, 'id' | 'title' | 'aliases'> {
  /** Changes whenever the article does. */
  stamp: number;
}

export interface RefreshOptions {
  embedder: Embedder;
  vectors: VectorIndex;
  /** All that should be found; what is not among them is removed. */
  articles: readonly EmbeddableArticle[];
  signal?: AbortSignal;
  /** After each step, so that what was computed can be kept before the browser closes. */
  onProgress?: (done: number, total: number) => void;
}

/** A title and its best aliases say it; the twentieth way of asking costs time with every question. */
const MAX_TEXTS = 16;
const ARTICLES_A_STEP = 8;

/** What is done stays done: after an error or an abort the next call goes on from there. */
export async function refreshVectors(options: RefreshOptions): Promise<void> {
  const { embedder, vectors, articles, signal, onProgress } = options;
  const wanted = new Set(articles.map(({ id }) => id));
  const known = new Map(vectors.list().map(({ id, stamp }) => [id, stamp]));
  for (const id of known.keys()) if (!wanted.has(id)) vectors.remove(id);

  const stale = articles.filter(({ id, stamp }) => known.get(id) !== stamp);
  for (let done = 0; done < stale.length; done += ARTICLES_A_STEP) {
    const step = stale.slice(done, done + ARTICLES_A_STEP).map(listTexts);
    const embedded = await embedder.embed(
      step.flatMap(({ texts }) => texts),
      signal,
    );
    for (const { article, texts } of step) vectors.put(article, embedded.splice(0, texts.length));
    onProgress?.(Math.min(done + ARTICLES_A_STEP, stale.length), stale.length);
  }
}

function listTexts({ id, stamp, title, aliases }: EmbeddableArticle): {
  article: IndexedArticle;
  texts: string[];
} {
  return { article: { id, stamp }, texts: [...new Set([title, ...aliases])].slice(0, MAX_TEXTS) };
}
