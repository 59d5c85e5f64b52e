import { useEffect, useMemo, useState } from 'react';
import type { Article } from '../../knowledge/articles/index.ts';
import type { Stage } from '../../knowledge/complaints/index.ts';
import { offerStageFirst } from '../../knowledge/complaints/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { useRecords } from './records.ts';
import { useSearch } from './search-client.ts';

const ENOUGH = 20;
const NONE: readonly Article[] = [];

export interface StageScriptInputs {
  /** Null: no complaint. */
  stage: Stage | null;
  isEnglish: boolean;
  family: string | null;
}

/** Scripts for what this stage asks for, the best first: its own articles, then those with its leading tag. */
export function useStageScripts({ stage, isEnglish, family }: StageScriptInputs): readonly Article[] {
  const records = useRecords();
  const search = useSearch();
  const [found, setFound] = useState<{ of: Stage; articles: Article[] } | null>(null);
  // A stage that asks for nothing to be said needs no script of its own.
  const asking = stage && stage.must.length > 0 ? stage : null;
  useEffect(() => {
    const [tag] = asking?.scriptTags ?? [];
    if (!asking || tag === undefined) return undefined;
    let isCurrent = true;
    search
      .search(`tag:${tag}`, ENOUGH)
      .then(({ hits }) => [...asking.articleIds, ...hits.map(({ articleId }) => articleId)])
      .then(async (ids) => [ids, await records.articles.findMany(ids)] as const)
      .then(([ids, known]) => {
        const articles = [...new Set(ids)].flatMap((id) => known.get(id) ?? []);
        const own = articles.filter(({ id, tags }) => asking.articleIds.includes(id) || tags.includes(tag));
        if (isCurrent) setFound({ of: asking, articles: offerStageFirst(asking, own) });
      })
      .catch((error: unknown) => reportError('panel/stage-scripts', error));
    return () => {
      isCurrent = false;
    };
  }, [asking, records, search]);
  return useMemo(
    () => (asking && found?.of === asking ? choose(found.articles, { isEnglish, family }) : NONE),
    [asking, found, isEnglish, family],
  );
}

/** In the customer's language; those of the same family first. */
function choose(
  articles: readonly Article[],
  { isEnglish, family }: Omit<StageScriptInputs, 'stage'>,
): Article[] {
  const readable = articles.filter(({ locale }) => (locale === 'en') === isEnglish);
  const isClose = ({ complaintFamily }: Article) => family !== null && complaintFamily === family;
  return [...readable.filter(isClose), ...readable.filter((article) => !isClose(article))];
}
