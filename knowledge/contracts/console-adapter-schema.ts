/** Schema for console adapters: data only, ordered selector lists, everything length-capped. */
import { z } from './zod.ts';
import type { ConsoleAdapter } from '../conversation/index.ts';

const selectors = z.array(z.string().min(1).max(300)).min(1).max(8);

/** Bounded so that a shared adapter cannot bring a pattern that hangs the console. */
const pattern = z
  .string()
  .max(120)
  .refine((source) => !/[+*}]\)?[+*{]/.test(source), 'has nested quantifiers')
  .refine(compiles, 'is not a regular expression');

const valueSource = z.strictObject({
  selector: z.string().min(1).max(300),
  attribute: z.string().max(60).exactOptional(),
  pattern: pattern.exactOptional(),
});

const roleRule = z
  .strictObject({
    role: z.enum(['customer', 'agent', 'bot', 'system']),
    row: selectors.exactOptional(),
    within: selectors.exactOptional(),
  })
  .refine(({ row, within }) => row ?? within, 'needs `row` or `within`');

export const consoleAdapterSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  name: z.string().min(1).max(60),
  verified: z.enum(['live', 'saved-page', 'public-facts']),
  match: z.strictObject({ signature: selectors }),
  openConversation: selectors.exactOptional(),
  conversation: z.strictObject({
    id: z.array(valueSource).min(1).max(8),
    customerName: z.array(valueSource).max(8).exactOptional(),
  }),
  messages: z.strictObject({
    root: selectors,
    item: selectors,
    idAttribute: z.string().max(60).exactOptional(),
    roles: z.array(roleRule).min(1).max(8),
    text: selectors,
    drop: selectors.exactOptional(),
    time: z
      .strictObject({ selector: z.string().max(300).exactOptional(), attribute: z.string().max(60) })
      .exactOptional(),
  }),
  composer: z.strictObject({
    selector: selectors,
    newline: z.enum(['keep', 'splits']),
    privateNote: selectors.exactOptional(),
  }),
}) satisfies z.ZodType<ConsoleAdapter>;

function compiles(source: string): boolean {
  try {
    return Boolean(new RegExp(source));
  } catch {
    return false;
  }
}
