import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reportError } from '../../utils/errors/report-error.ts';
import { createArticleReader } from '../state/read-articles.ts';
import { useRecords } from '../state/records.ts';
import type { FilteredArticle, FilterOption, FilterValues } from './complete-filter.ts';
import type { FilterName } from '../../knowledge/search/index.ts';
import type { FilterWord } from './filter-word.ts';

interface Completions {
  values: FilterValues;
  complete: (values: FilterValues, word: FilterWord) => FilterOption[];
}

const NONE: readonly FilterOption[] = [];

/** What fits the filter at the caret. The code and the values are loaded when the first filter is begun. */
export function useFilterOptions(word: FilterWord | null): readonly FilterOption[] {
  const nameValue = useNameOfValue();
  const { articles } = useRecords();
  const readFiltered = useMemo(() => createArticleReader<FilteredArticle>(articles), [articles]);
  const [completions, setCompletions] = useState<Completions | null>(null);
  const isNeeded = word !== null;

  useEffect(() => {
    if (!isNeeded) return undefined;
    let isCurrent = true;
    // Brought up to date for every filter begun; the values before stay on screen meanwhile.
    import('./complete-filter.ts')
      .then(async ({ completeFilter, listFilterValues, pickFiltered }) => {
        const values = listFilterValues(await readFiltered(pickFiltered), nameValue);
        if (isCurrent) setCompletions({ values, complete: completeFilter });
      })
      .catch((error: unknown) => reportError('panel/filter-values', error));
    return () => {
      isCurrent = false;
    };
  }, [isNeeded, readFiltered, nameValue]);

  return useMemo(
    () => (completions && word ? completions.complete(completions.values, word) : NONE),
    [completions, word],
  );
}

/** States and fields have names people know; the other values are names already. */
function useNameOfValue() {
  const { t } = useTranslation();
  return useMemo(() => {
    const names: Partial<Record<FilterName, Record<string, string>>> = {
      state: {
        validated: t('confidence.validated'),
        'not-validated': t('confidence.notValidated'),
        'work-in-progress': t('confidence.draft'),
      },
      in: {
        title: t('field.title'),
        alias: t('field.alias'),
        reply: t('field.reply'),
        tag: t('filter.tag'),
      },
    };
    return (name: FilterName, value: string) => names[name]?.[value] ?? value;
  }, [t]);
}
