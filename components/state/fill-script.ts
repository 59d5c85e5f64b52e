import {
  fillTemplate,
  listOpenSlots,
  parseTemplate,
  type Article,
  type FillContext,
  type SlotValues,
} from '../../knowledge/articles/index.ts';
import type { Suggestion } from '../../knowledge/suggestions/index.ts';
import { systemClock, type Clock } from '../../utils/time/clock.ts';
import { toLocalDate } from '../../utils/time/local-date.ts';
import { usePanelStore } from './panel-store.ts';

export function readFillContext(
  { locale }: Pick<Article, 'locale'>,
  clock: Clock = systemClock,
): FillContext {
  return { today: toLocalDate(clock()), locale };
}

/**
 * A script with an open slot goes nowhere, neither into the console nor to the clipboard: the panel asks for it.
 *
 * @returns the finished reply, or null after the person has been told what is missing
 */
export function fillScript({ article, template }: Suggestion, values: SlotValues): string | null {
  const { askForSlots, notify } = usePanelStore.getState();
  const context = readFillContext(article);
  const text = fillTemplate(template, values, context);
  if (text !== null) return text;
  const problem = parseTemplate(template).problems[0];
  if (problem) {
    notify({ kind: 'script-broken', problem });
    return null;
  }
  askForSlots(article.id);
  notify({ kind: 'slots-open', slots: listOpenSlots(template, values, context) });
  return null;
}
