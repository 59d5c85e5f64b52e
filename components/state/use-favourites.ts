import { useEffect, useState } from 'react';
import { chooseReply, type ReplyTone } from '../../knowledge/articles/index.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { NO_USAGE, type Suggestion } from '../../knowledge/suggestions/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { useRecords } from './records.ts';
import type { Lookup, SearchResults } from './use-suggestions.ts';

const SHOWN = 8;
const WAITING = { state: 'waiting' } as const;

/**
 * The scripts used most and lately. Read when the box opens and then left alone: the list must not change
 * order under the hand that is about to choose.
 */
export function useFavourites(isOpen: boolean, tone: ReplyTone): Lookup<SearchResults> {
  const records = useRecords();
  const [lookup, setLookup] = useState<Lookup<SearchResults>>(WAITING);
  useEffect(() => {
    if (!isOpen) return undefined;
    let isCurrent = true;
    loadFavourites(records, tone)
      .then((suggestions) => {
        const value: SearchResults = { query: '', suggestions, didYouMean: null, confidence: 1 };
        if (isCurrent) setLookup({ state: 'done', value });
      })
      .catch((error: unknown) => {
        reportError('panel/favourites', error);
        if (isCurrent) setLookup({ state: 'failed' });
      });
    return () => {
      isCurrent = false;
      setLookup(WAITING);
    };
  }, [isOpen, records, tone]);
  return lookup;
}

async function loadFavourites(records: KnowledgeBase, tone: ReplyTone): Promise<Suggestion[]> {
  const favourites = await records.suggestionRecords.listFavourites(SHOWN);
  const ids = favourites.map(({ articleId }) => articleId);
  const [articles, usage] = await Promise.all([
    records.articles.findMany(ids),
    records.suggestionRecords.readUsage(ids),
  ]);
  return ids.flatMap((id): Suggestion[] => {
    const article = articles.get(id);
    if (!article || article.confidence === 'archived') return [];
    const template = chooseReply(article, tone).text;
    return [{ article, template, matched: [], usage: usage.get(id) ?? NO_USAGE }];
  });
}
