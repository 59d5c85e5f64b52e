/** What comes from a page that is taught by pointing: its script sits beside hostile content. */
import { MISSES, TEACHING_PROBLEMS, TEACHING_STEPS, type TeachingEvent } from '../conversation/index.ts';
import { consoleAdapterSchema } from './console-adapter-schema.ts';
import { z } from './zod.ts';

const problem = z.enum(TEACHING_PROBLEMS);

export const teachingEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('picked'),
    step: z.enum(TEACHING_STEPS),
    needsNeither: z.boolean(),
    problem: problem.nullable(),
  }),
  z.object({ type: z.literal('missed'), reason: z.enum(MISSES) }),
  z.object({ type: z.literal('cancelled') }),
  z.object({
    type: z.literal('taught'),
    taught: z.union([
      z.object({ adapter: consoleAdapterSchema, isUnproven: z.boolean() }),
      z.object({ problem }),
    ]),
  }),
]) satisfies z.ZodType<TeachingEvent>;
