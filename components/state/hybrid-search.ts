/**
 * The search box with a model, where a team picked one: results may come in another order, and some more may
 * come. Cards for a customer's words are never touched (docs/embeddings.md).
 */
import { reportError } from '../../utils/errors/report-error.ts';
import { collapseWhitespace } from '../../utils/text/collapse-whitespace.ts';
import { readWords } from '../search/typed-query.ts';
import type { SearchService } from './search-service.ts';

/** Whether a model was picked: a setting. */
export interface ModelChoice {
  getValue(): Promise<boolean>;
  watch(listener: (hasModel: boolean) => void): () => void;
}

export interface FollowedModel {
  choice: ModelChoice;
  /** Loads what a model needs, which nobody pays for without one. */
  open: (searchWords: SearchService['search']) => Promise<SearchService['search']>;
}

/** The same search, with the model from the moment there is one until it is removed. */
export function followModel(byWords: SearchService, { choice, open }: FollowedModel): SearchService {
  let hybrid: SearchService['search'] | null = null;
  let hasModel = false;
  const choose = (isPicked: boolean) => {
    hasModel = isPicked;
    if (!isPicked || hybrid) return;
    open(byWords.search)
      .then((opened) => (hybrid = opened))
      .catch(tell);
  };
  choice.watch(choose);
  choice.getValue().then(choose).catch(tell);
  return {
    suggest: byWords.suggest,
    search: (query, limit) =>
      hybrid && hasModel && isPlain(query) ? hybrid(query, limit) : byWords.search(query, limit),
  };
}

/** A filter or a phrase says exactly what may be found, and a model knows nothing of them. */
function isPlain(query: string): boolean {
  return readWords(query) === collapseWhitespace(query);
}

function tell(error: unknown): void {
  reportError('panel/follow-model', error);
}
