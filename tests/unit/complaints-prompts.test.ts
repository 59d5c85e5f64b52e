import { describe, expect, test } from 'vitest';
import {
  decidePrompt,
  DEFAULT_PROMPT_POLICY,
  type Prompt,
  type PromptHistory,
  type PromptPolicy,
} from '../../knowledge/complaints/index.ts';
import { MINUTE } from '../../utils/time/clock.ts';

const PROMPT: Prompt = {
  ruleId: 'threat',
  contactId: 'c1',
  turn: 1,
  words: '我要打12315',
  isSolicited: false,
};

/** What became of each prompt, one after the other. */
function run(
  prompts: (Partial<Prompt> & { now?: number })[],
  policy: Partial<PromptPolicy> = {},
): (string | boolean)[] {
  let history: PromptHistory | null = null;
  return prompts.map(({ now = 0, ...prompt }) => {
    const decision = decidePrompt({ ...PROMPT, ...prompt }, history, {
      policy: { ...DEFAULT_PROMPT_POLICY, ...policy },
      now,
    });
    history = decision.history;
    return decision.reason ?? decision.isShown;
  });
}

describe('prompts keep quiet', () => {
  test('one unsolicited card in three turns of the customer, of whatever rule', () => {
    expect(
      run([
        { turn: 1 },
        { turn: 2, ruleId: 'other' },
        { turn: 3, ruleId: 'other' },
        { turn: 4, ruleId: 'other' },
        { turn: 5, ruleId: 'third' },
      ]),
    ).toEqual([true, 'too-soon', 'too-soon', true, 'too-soon']);
  });

  test('a rule rests, and speaks up so often in a contact and no more', () => {
    expect(
      run([
        { turn: 1, now: 0 },
        { turn: 9, now: 4 * MINUTE },
        { turn: 9, now: 5 * MINUTE },
        { turn: 20, now: 60 * MINUTE },
        { turn: 20, now: 60 * MINUTE, contactId: 'c2' },
      ]),
    ).toEqual([true, 'cooldown', true, 'contact-maximum', true]);
  });

  test('a clock set back does not make it rest longer', () => {
    expect(run([{ now: 60 * MINUTE }, { turn: 9, now: 0 }])).toEqual([true, true]);
  });

  test('a mute holds back even what was asked for', () => {
    expect(run([{ isSolicited: true }, {}], { mutedRules: ['threat'] })).toEqual(['muted', 'muted']);
    expect(run([{}], { mutedRules: ['other'] })).toEqual([true]);
  });

  test('words that a team never wants to be prompted on', () => {
    const policy = { quietPhrases: ['12315|消协…上班|工作', '/(a+)+$/'] };
    expect(run([{ words: '我在12315上班' }], policy)).toEqual(['quiet-phrase']);
    expect(run([{ words: '我要打12315' }], policy)).toEqual([true]);
    expect(run([{ words: 'a'.repeat(5_000) }], policy)).toEqual([true]);
  });

  test('what was asked for is shown, and takes nobody’s turn', () => {
    expect(run([{ isSolicited: true }, { isSolicited: true, turn: 1 }, { turn: 1 }])).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('what is kept back leaves no trace', () => {
    const context = { policy: { ...DEFAULT_PROMPT_POLICY, mutedRules: ['threat'] }, now: 0 };
    expect(decidePrompt(PROMPT, null, context).history).toEqual({ contactId: 'c1', shown: [] });
  });
});
