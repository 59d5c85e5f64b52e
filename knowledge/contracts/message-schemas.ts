/** Schemas for what arrives from a console's page. Its content script sits beside hostile content. */
import { z } from './zod.ts';
import {
  HEALTH_PROBLEMS,
  HEALTH_STATES,
  MAX_MESSAGES,
  MAX_MESSAGE_LENGTH,
  PARTICIPANT_ROLES,
  type ConsoleReading,
  type InsertionRequest,
} from '../conversation/index.ts';

const id = z.string().min(1).max(300);

const conversationSchema = z.object({
  id,
  consoleId: z.string().min(1).max(60),
  customerName: z.string().max(80).exactOptional(),
  messages: z
    .array(
      z.object({
        id,
        role: z.enum(PARTICIPANT_ROLES),
        text: z.string().max(MAX_MESSAGE_LENGTH),
        sentAt: z.number().nonnegative().nullable(),
      }),
    )
    .max(MAX_MESSAGES),
});

export const consoleReadingSchema = z.object({
  consoleId: z.string().min(1).max(60).nullable(),
  health: z.object({ state: z.enum(HEALTH_STATES), problems: z.array(z.enum(HEALTH_PROBLEMS)).max(10) }),
  conversation: conversationSchema.nullable(),
}) satisfies z.ZodType<ConsoleReading>;

export const insertionRequestSchema = z.object({
  position: z.int().min(1).max(3),
  requestId: z.string().min(1).max(60),
  pressedAt: z.number().nonnegative(),
  seen: z.object({ conversationId: id, lastCustomerMessageId: id.nullable() }),
}) satisfies z.ZodType<InsertionRequest>;
