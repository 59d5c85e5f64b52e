import { describe, expect, test } from 'vitest';
import { signalRulesSchema } from '../../knowledge/contracts/index.ts';
import {
  BUNDLED_RULES,
  createSignalReader,
  decodeEmotionModel,
  findRuleProblems,
  loadEmotionModel,
  readNegativity,
  type RuleFile,
} from '../../knowledge/signals/index.ts';
import { hashLine, measureFalseAlarms } from '../../scripts/eval/false-alarms.ts';
import { trainEmotion } from '../../scripts/eval/emotion-training.ts';
import { measureSignals } from '../../scripts/eval/measure-signals.ts';
import stored from '../../knowledge/signals/bundled/emotion-model.json' with { type: 'json' };
import { customerSays } from '../support/make-conversation.ts';

const NO_WORDS: RuleFile = {
  locale: 'zh',
  groups: {},
  guards: {
    negated: [],
    notNegated: [],
    question: [],
    notQuestion: [],
    thirdParty: [],
    notThirdParty: [],
    elsewhere: [],
    notElsewhere: [],
    done: [],
    notDone: [],
  },
  rules: [],
};

const makeFile = (...terms: string[]): RuleFile => ({
  ...NO_WORDS,
  rules: [{ id: 'zh.churn', signal: 'churn', weight: 0.9, terms }],
});

describe('rules as data', () => {
  test.each(BUNDLED_RULES.map((file) => [file.locale, file] as const))(
    'those for %s are sound',
    (_, file) => {
      expect(signalRulesSchema.safeParse(file).error?.issues ?? []).toEqual([]);
    },
  );

  test.each([
    ['@nobody', 'unknown-group'],
    ['(走|去', 'unbalanced-term'],
    ['走)(', 'unbalanced-term'],
    ['走~80去~80来', 'slow-term'],
    ['​', 'empty-term'],
  ])('%s is refused: %s', (term, problem) => {
    const file = makeFile(term);
    expect(findRuleProblems(file)).toEqual([{ ruleId: 'zh.churn', problem, term }]);
    expect(signalRulesSchema.safeParse(file).success).toBe(false);
  });

  test('an id may stand once, a rule needs terms', () => {
    const [rule] = makeFile('走').rules;
    const file = { ...NO_WORDS, rules: rule ? [rule, { ...rule, terms: [] }] : [] };
    expect(findRuleProblems(file).map(({ problem }) => problem)).toEqual(['repeated-id', 'no-terms']);
  });

  test.each([
    ['(走|去)别家', '我要去别家'],
    ['走~2别家', '我走到别家'],
    ['第#次', '第十二次'],
    ['leav*', '我 leaving'],
    ['攜碼', '我要携码'],
    ['走(了)?$', '我走'],
    ['^走', '走'],
  ])('the term %s finds %s', (term, text) => {
    const read = createSignalReader({ model: null, rules: [makeFile(term)] });
    expect(read([customerSays('m', text)]).churn).not.toBeNull();
  });

  test.each([
    ['sue', 'what is the issue'],
    ['12315', '订单号912315678'],
    ['走~2别家', '我走得远远的去别家'],
    ['^走', '我走'],
  ])('the term %s does not find %s', (term, text) => {
    const read = createSignalReader({ model: null, rules: [makeFile(term)] });
    expect(read([customerSays('m', text)]).churn).toBeNull();
  });
});

describe('the model of negative emotion', () => {
  test('tells bad reviews from good ones, within its size', async () => {
    const model = await loadEmotionModel();
    if (!model) throw new Error('the bundled model cannot be read');
    expect(readNegativity('太差了，再也不会买，垃圾东西', model)).toBeGreaterThan(0.9);
    expect(readNegativity('很好吃，送餐快，下次还来', model)).toBeLessThan(0.1);
    expect(model.weights).toHaveLength(2 ** model.bits);
    expect(JSON.stringify(stored).length).toBeLessThan(400_000);
  });

  test('a file of another version or a broken one is no model', () => {
    expect(decodeEmotionModel({ ...stored, version: 2 })).toBeNull();
    expect(decodeEmotionModel({ ...stored, weights: stored.weights.slice(0, 400) })).toBeNull();
  });

  test('training learns what it is shown, the same each time', () => {
    const texts = Array.from({ length: 60 }, (_, at) =>
      at % 2 === 0 ? { text: `很差${at}`, isNegative: true } : { text: `很好${at}`, isNegative: false },
    );
    const model = trainEmotion(texts);
    expect(readNegativity('真差', model)).toBeGreaterThan(readNegativity('真好', model) + 0.1);
    expect(trainEmotion(texts)).toEqual(model);
  });
});

describe('the measures', () => {
  test('score what was found against what was labelled', () => {
    const lines = ['a', 'ab', 'b', 'c'].map((text) => ({ text, isPositive: text !== 'c' }));
    const score = measureSignals(lines, (text) => text.includes('a') || text === 'c');
    expect(score).toMatchObject({ n: 4, precision: 0.6667, recall: 0.6667, f1: 0.6667 });
  });

  test('count alarms by the hash of the line', () => {
    const labels = { complaints: [hashLine('x')], others: [hashLine('y'), hashLine('z')] };
    expect(measureFalseAlarms(['x', 'y', 'z', 'not labelled'], labels, (text) => text < 'z')).toEqual({
      n: 3,
      complaints: 1,
      recall: 1,
      falseAlarmRate: 0.5,
      alarmRate: 0.6667,
    });
  });
});
