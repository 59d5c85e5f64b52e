/** Schemas for what arrives from a console's page. Its content script sits beside hostile content. */
import { z } from './zod.ts';
import { FIELD_NAMES } from '../adapters/index.ts';
import {
  ADAPTER_PARTS,
  HEALTH_PROBLEMS,
  HEALTH_STATES,
  MAX_DRAFT_LENGTH,
  MAX_FIELD_LENGTH,
  MAX_MESSAGES,
  MAX_MESSAGE_LENGTH,
  PARTICIPANT_ROLES,
  TRUST_STATES,
  type ConsoleReading,
  type InsertionExpectation,
  type InsertionRequest,
  type ObservedDraft,
  type PickerChoice,
  type RewriteRequest,
} from '../conversation/index.ts';

const id = z.string().min(1).max(300);

const conversationSchema = z.object({
  id,
  consoleId: z.string().min(1).max(60),
  customerName: z.string().max(80).exactOptional(),
  fields: z.partialRecord(z.enum(FIELD_NAMES), z.string().max(MAX_FIELD_LENGTH)).exactOptional(),
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

const healthSchema = z.object({
  state: z.enum(HEALTH_STATES),
  problems: z.array(z.enum(HEALTH_PROBLEMS)).max(10),
  fallbacks: z.array(z.enum(ADAPTER_PARTS)).max(10).exactOptional(),
});

const readBySchema = z.object({
  name: z.string().max(60),
  version: z.int().positive(),
  trust: z.enum(TRUST_STATES),
  openHint: z.string().max(60).exactOptional(),
});

export const consoleReadingSchema = z.object({
  consoleId: z.string().min(1).max(60).nullable(),
  readBy: readBySchema.exactOptional(),
  health: healthSchema,
  conversation: conversationSchema.nullable(),
  sameChat: z.string().min(1).max(40).exactOptional(),
  isPrivateNote: z.literal(true).exactOptional(),
}) satisfies z.ZodType<ConsoleReading>;

export const insertionExpectationSchema = z.object({
  conversationId: id,
  lastCustomerMessageId: id.nullable(),
}) satisfies z.ZodType<InsertionExpectation>;

export const insertionRequestSchema = z.object({
  position: z.int().min(1).max(3),
  requestId: z.string().min(1).max(60),
  pressedAt: z.number().nonnegative(),
  seen: insertionExpectationSchema,
}) satisfies z.ZodType<InsertionRequest>;

export const observedDraftSchema = z.object({
  conversationId: id,
  text: z.string().max(MAX_DRAFT_LENGTH),
}) satisfies z.ZodType<ObservedDraft>;

export const rewriteRequestSchema = z.object({
  requestId: z.string().min(1).max(60),
  pressedAt: z.number().nonnegative(),
  conversationId: id,
}) satisfies z.ZodType<RewriteRequest>;

export const teachingPageSchema = z.object({ tabId: z.int().nonnegative() });

export const consolePageSchema = z.object({ url: z.string().max(2_000) });

export const pickerFrameSchema = z.object({ token: z.string().regex(/^[0-9a-f]{32}$/) });

export const pickerChoiceSchema = z.object({
  requestId: z.string().min(1).max(60),
  articleId: z.string().min(1).max(300),
  text: z.string().min(1).max(20_000),
  lines: z.enum(['join', 'ask']),
}) satisfies z.ZodType<PickerChoice>;
