import { describe, expect, test } from 'vitest';
import {
  assess,
  GENERAL_SERVICE_RUBRIC,
  listMissingRatings,
  RATING_LEVELS,
  type AssessmentDraft,
} from '../../knowledge/assessment/index.ts';
import { makeDraft } from '../support/make-contact.ts';
import { MORNING } from '../support/make-conversation.ts';

const assessDraft = (overrides: Partial<AssessmentDraft> = {}) =>
  assess(makeDraft(overrides), {
    id: 'assessment-1',
    contactId: 'contact-1',
    rubric: GENERAL_SERVICE_RUBRIC,
    now: MORNING,
  });

const savedFrom = (overrides: Partial<AssessmentDraft>) => {
  const result = assessDraft(overrides);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};

describe('a finished wrap-up', () => {
  test('becomes the row that is stored, with the rubric it was rated by', () => {
    expect(assessDraft()).toEqual({
      ok: true,
      value: {
        id: 'assessment-1',
        v: 1,
        contactId: 'contact-1',
        raterRole: 'self',
        rubricId: 'general-service',
        rubricVersion: GENERAL_SERVICE_RUBRIC.version,
        ratings: { 'response-speed': 4, accuracy: 5, attitude: 4, resolution: 3, satisfaction: 4 },
        topic: '退款多久到账',
        outcome: 'resolved',
        isResolvedFirstTime: true,
        mood: 4,
        note: '',
        createdAt: MORNING,
      },
    });
  });

  test.each(['follow-up', 'escalated', 'customer-left'] as const)(
    'with the outcome %s was not resolved the first time',
    (outcome) => {
      expect(savedFrom({ outcome })).toMatchObject({ outcome, isResolvedFirstTime: false });
    },
  );

  test('keeps ratings of this rubric only', () => {
    const ratings = { ...makeDraft().ratings, invented: 5 as const };
    expect(Object.keys(savedFrom({ ratings }).ratings)).not.toContain('invented');
  });

  test('masks what identifies the customer, in note and topic', () => {
    const saved = savedFrom({ note: ' 客户电话13800138000，邮箱a@b.com ', topic: '13800138000退款' });
    expect(saved.note).toBe('客户电话[手机号*8000]，邮箱[邮箱]');
    expect(saved.topic).toBe('[手机号*8000]退款');
  });

  test('caps note and topic after masking, so that no number is cut into something unmasked', () => {
    const saved = savedFrom({ note: `${'长'.repeat(1_995)}13800138000`, topic: '长'.repeat(200) });
    expect(saved.note).toHaveLength(2_000);
    expect(saved.note).not.toMatch(/\d{5}/);
    expect(saved.topic).toHaveLength(80);
  });

  test('need not say how the agent felt', () => {
    expect(savedFrom({ mood: null }).mood).toBeNull();
  });
});

describe('an unfinished wrap-up', () => {
  test('without an outcome is not saved', () => {
    expect(assessDraft({ outcome: null })).toEqual({ ok: false, reason: 'outcome-missing' });
  });

  test('without a rating is not saved, and says which are missing in the order of the form', () => {
    const draft = makeDraft({ ratings: { attitude: 3 } });
    expect(assessDraft({ ratings: draft.ratings })).toEqual({ ok: false, reason: 'ratings-missing' });
    expect(listMissingRatings(draft, GENERAL_SERVICE_RUBRIC)).toEqual([
      'response-speed',
      'accuracy',
      'resolution',
      'satisfaction',
    ]);
  });

  test('misses nothing once every criterion is rated', () => {
    expect(listMissingRatings(makeDraft(), GENERAL_SERVICE_RUBRIC)).toEqual([]);
  });
});

describe('the general service rubric', () => {
  const { criteria } = GENERAL_SERVICE_RUBRIC;
  const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;

  test('rates the five dimensions, each once', () => {
    expect(criteria.map(({ name }) => name['zh-CN'])).toEqual([
      '响应速度',
      '解答准确',
      '服务态度',
      '解决效率',
      '客户满意',
    ]);
    expect(new Set(criteria.map(({ id }) => id)).size).toBe(5);
  });

  test.each(criteria)(
    '$id has a behaviour for each level in each language, no two the same',
    ({ anchors, name }) => {
      expect(Object.keys(anchors).map(Number)).toEqual([...RATING_LEVELS]);
      for (const locale of LOCALES) {
        const texts = [name, ...Object.values(anchors)].map((text) => text[locale].trim());
        expect(texts).toHaveLength(6);
        expect(texts.filter((text) => text === '')).toEqual([]);
        expect(new Set(texts).size).toBe(6);
      }
    },
  );

  test.each(criteria)('$id is written in the language it claims', ({ anchors }) => {
    for (const text of Object.values(anchors)) {
      expect(text['en']).toMatch(/^[\x20-\x7E’]+$/);
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(text['zh-TW']).toMatch(/\p{Script=Han}/u);
      // Simplified characters that each have a traditional form.
      expect(text['zh-TW']).not.toMatch(/[户没过说还这时应对绪话谁进后个满让经]/);
    }
  });
});
