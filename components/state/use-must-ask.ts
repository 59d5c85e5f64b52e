import { fillTemplate, type FillContext, type SlotValues } from '../../knowledge/articles/index.ts';
import { useComplaintStore } from './complaint-store.ts';

/** Whether this script, as it would go in now, offers more than the agent's role may. Open slots are asked for first. */
export function useMustAsk(template: string, values: SlotValues, context: FillContext): boolean {
  const exceeds = useComplaintStore((state) => state.exceeds);
  if (!exceeds) return false;
  const text = fillTemplate(template, values, context);
  return text !== null && exceeds(text);
}
