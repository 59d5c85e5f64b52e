/**
 * Schema for console adapters: data only, ordered selector lists, everything length-capped. Published as
 * docs/console-adapter.schema.json (`npm run adapters:schema`).
 */
import { isBoundedPattern, MAX_PATTERN_LENGTH } from '../../utils/text/bounded-pattern.ts';
import { isMatchPattern } from '../../utils/text/match-pattern.ts';
import { FIELD_NAMES, RULE_ROLES, VERIFIED_STATES, type ConsoleAdapter } from '../adapters/index.ts';
import { z } from './zod.ts';

const selector = z.string().min(1).max(300);
const selectors = z.array(selector).min(1).max(8);
const attribute = z.string().min(1).max(60);
const frame = z.array(selector).min(1).max(4);

/** Bounded so that a shared adapter cannot bring a pattern that hangs the console. */
const pattern = z
  .string()
  .min(1)
  .max(MAX_PATTERN_LENGTH)
  .refine(isBoundedPattern, 'could run for too long, or is no regular expression');

const elementValue = z.strictObject({
  selector,
  attribute: attribute.exactOptional(),
  pattern: pattern.exactOptional(),
});
const valueSource = z.union([elementValue, z.strictObject({ url: pattern })]);
const elementValues = z.array(elementValue).min(1).max(8);
const valueSources = z.array(valueSource).min(1).max(8);

const roleRule = z
  .strictObject({
    role: z.enum(RULE_ROLES),
    row: selectors.exactOptional(),
    within: selectors.exactOptional(),
    author: z.strictObject({ of: elementValues, in: elementValues }).exactOptional(),
    label: z
      .strictObject({ of: elementValues, is: z.array(z.string().trim().min(1).max(80)).min(1).max(60) })
      .exactOptional(),
  })
  .refine(
    ({ row, within, author, label }) => row ?? within ?? author ?? label,
    'needs `row`, `within`, `author` or `label`',
  );

const match = z
  .strictObject({
    urls: z
      .array(z.string().max(200).refine(isMatchPattern, 'is no match pattern'))
      .min(1)
      .max(12)
      .exactOptional(),
    signature: selectors.exactOptional(),
  })
  .refine(({ urls, signature }) => urls ?? signature, 'needs `urls` or `signature`');

const messages = z.strictObject({
  root: selectors,
  item: selectors,
  order: z.enum(['asc', 'desc']).exactOptional(),
  newestFirst: selectors.exactOptional(),
  idAttribute: attribute.exactOptional(),
  idSelector: selector.exactOptional(),
  roles: z.array(roleRule).max(12),
  text: selectors,
  textDrop: selectors.exactOptional(),
  drop: selectors.exactOptional(),
  time: z.strictObject({ selector: selector.exactOptional(), attribute }).exactOptional(),
});

const composer = z.strictObject({
  frame: frame.exactOptional(),
  selector: selectors,
  newline: z.enum(['keep', 'splits', 'sendsOnEnter']),
  privateNote: selectors.exactOptional(),
  placeholder: z.array(z.string().min(1).max(120)).min(1).max(8).exactOptional(),
  openHint: z.string().min(1).max(60).exactOptional(),
});

export const consoleAdapterSchema = z.strictObject({
  format: z.literal(2),
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  version: z.int().min(1).max(100_000),
  name: z.string().trim().min(1).max(60),
  verified: z.enum(VERIFIED_STATES),
  match,
  frame: frame.exactOptional(),
  openConversation: selectors.exactOptional(),
  conversation: z.strictObject({ id: valueSources, customerName: valueSources.exactOptional() }),
  messages,
  composer,
  answerPage: z.strictObject({ signature: selectors, sameChat: valueSources }).exactOptional(),
  neverFill: z.array(selector).min(1).max(20).exactOptional(),
  fields: z
    .array(z.strictObject({ name: z.enum(FIELD_NAMES), from: valueSources }))
    .max(12)
    .exactOptional(),
}) satisfies z.ZodType<ConsoleAdapter>;

export type AdapterFileProblem = { reason: 'no-json' } | { reason: 'no-adapter'; where: string };

/** @param text of a file somebody picked; at most 64 kB are looked at */
export function parseAdapterFile(
  text: string,
): { adapter: ConsoleAdapter } | { problem: AdapterFileProblem } {
  let data: unknown;
  try {
    data = JSON.parse(text.length > 65_536 ? '' : text);
  } catch {
    return { problem: { reason: 'no-json' } };
  }
  const parsed = consoleAdapterSchema.safeParse(data);
  if (parsed.success) return { adapter: parsed.data };
  const [issue] = parsed.error.issues;
  return {
    problem: { reason: 'no-adapter', where: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` },
  };
}

/** The schema for editors of other people: what cannot be said there is still checked when a file comes in. */
export function describeAdapterSchema(): object {
  return {
    ...z.toJSONSchema(consoleAdapterSchema, { io: 'input' }),
    title: 'Deskmate console adapter',
    description: 'Where a support console keeps its conversation. See docs/adding-a-console.md.',
  };
}
