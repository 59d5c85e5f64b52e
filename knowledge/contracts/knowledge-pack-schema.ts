import { z } from './zod.ts';
import {
  CONFIDENCE_STATES,
  MAX_ALIASES,
  MAX_ALIAS_LENGTH,
  parseTemplate,
  REPLY_TONES,
  SEVERITY_HINTS,
  type KnowledgePack,
} from '../articles/index.ts';

const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;

const text = (max: number) => z.string().trim().min(1).max(max);
/** Titles and names: the stored search index keeps one a line. */
const line = (max: number) => text(max).regex(/^[^\r\n]*$/, 'has a line break');

/** A slot that could never be filled would only block the reply. The message says what is wrong, and where. */
const replyText = text(2_000).superRefine((reply, issues) => {
  for (const { fault, at, near } of parseTemplate(reply).problems) {
    issues.addIssue({ code: 'custom', message: `${fault} slot at character ${at + 1}: "${near}"` });
  }
});

export const articleSchema = z.strictObject({
  id: z.string().regex(/^[\w.-]{3,80}$/),
  locale: z.enum(LOCALES),
  title: line(80),
  aliases: z.array(line(MAX_ALIAS_LENGTH)).max(MAX_ALIASES),
  replies: z
    .array(z.strictObject({ tone: z.enum(REPLY_TONES), text: replyText }))
    .min(1)
    .max(6),
  internalNote: text(1_000).exactOptional(),
  tags: z.array(line(30)).max(12),
  productLine: line(40),
  complaintFamily: line(40).exactOptional(),
  severityHint: z.enum(SEVERITY_HINTS),
  confidence: z.enum(CONFIDENCE_STATES),
  verifyBy: z.iso.date(),
});

/** Parses a pack file. Throws ZodError that names the article and field at fault. */
export const knowledgePackSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  version: z.int().positive(),
  locale: z.enum(LOCALES),
  title: z.record(z.enum(LOCALES), line(60)),
  articles: z.array(articleSchema).min(1).max(5_000),
}) satisfies z.ZodType<KnowledgePack>;
