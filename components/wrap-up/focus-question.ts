/** Where the hands go next in the wrap-up form. */
import type { AssessmentDraft, Rubric } from '../../knowledge/assessment/index.ts';

export function focusOutcome(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[data-field="outcome"] input')?.focus();
}

/** @param at counted from 0; past the last rating is the save button */
export function focusRating(form: HTMLFormElement | null, at: number): void {
  const groups = form?.querySelectorAll<HTMLElement>('[role="radiogroup"][data-criterion]');
  const next = groups?.[at]?.querySelector<HTMLElement>('[tabindex="0"]');
  (next ?? form?.querySelector<HTMLElement>('[data-save]'))?.focus();
}

export function focusFirstMissing(
  form: HTMLFormElement | null,
  draft: AssessmentDraft,
  { criteria }: Rubric,
): void {
  if (!draft.outcome) focusOutcome(form);
  else
    focusRating(
      form,
      criteria.findIndex(({ id }) => draft.ratings[id] === undefined),
    );
}
