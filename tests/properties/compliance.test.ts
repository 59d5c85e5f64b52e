import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  applyRewrite,
  BUNDLED_DRAFT_RULES,
  checkDraft,
  type DraftInput,
} from '../../knowledge/compliance/index.ts';

const WORDS = BUNDLED_DRAFT_RULES.flatMap(({ words = [] }) => words);
const pieces = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(
    '，',
    '。',
    ' ',
    '\n',
    '“',
    '”',
    '「',
    '」',
    '不',
    '您说',
    '{{',
    '}}',
    '【姓名】',
    '王女士',
    '[手机号*1234]',
    '8栋',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const drafts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
const around: fc.Arbitrary<Omit<DraftInput, 'text'>> = fc.record({
  conversation: fc.constantFrom(null, {
    messages: [{ id: '1', role: 'customer' as const, text: '肯定能退[手机号*5678]', sentAt: null }],
  }),
  customerName: fc.constantFrom('王女士', '李先生', 'Ms. Farrow'),
  locale: fc.constantFrom('zh-CN' as const, 'zh-TW' as const, 'en' as const),
});

describe('whatever is in the draft', () => {
  test.prop([drafts, around])('findings stand where they say, in reading order', (text, surroundings) => {
    const findings = checkDraft({ text, ...surroundings });
    for (const { start, end, words, reason } of findings) {
      expect(text.slice(start, end)).toBe(words);
      expect(reason).not.toBe('');
    }
    const starts = findings.map(({ start }) => start);
    expect(starts).toEqual(starts.toSorted((left, right) => left - right));
  });

  test.prop([drafts, around])(
    'a rewrite changes its own stretch and settles the finding',
    (text, surroundings) => {
      for (const { rewrite, kind } of checkDraft({ text, ...surroundings })) {
        if (!rewrite) continue;
        const rewritten = applyRewrite(text, rewrite);
        expect(rewritten.startsWith(text.slice(0, rewrite.start))).toBe(true);
        expect(rewritten.endsWith(text.slice(rewrite.end)), kind).toBe(true);
      }
    },
  );

  test.prop([drafts, around, fc.constantFrom(...BUNDLED_DRAFT_RULES)])(
    'a muted rule is never heard of',
    (text, surroundings, { id }) => {
      const findings = checkDraft({ text, ...surroundings, muted: [id] });
      expect(findings.map(({ ruleId }) => ruleId)).not.toContain(id);
    },
  );

  const words = BUNDLED_DRAFT_RULES.flatMap((rule) => (rule.language === 'zh' ? (rule.words ?? []) : []));
  test.prop([fc.constantFrom(...words)], { numRuns: 400 })(
    'words in quotation marks are somebody else’s',
    (word) => {
      const text = `您提到“${word}”这句话`;
      expect(checkDraft({ text, conversation: null, locale: 'zh-CN' })).toEqual([]);
    },
  );
});
