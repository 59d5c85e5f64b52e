import { describe, expect, test } from 'vitest';
import {
  checkPlaybook,
  findMissedMusts,
  findNeverSays,
  findStage,
  inferStage,
  loadComplaintRules,
  offerStageFirst,
  tickMustSays,
  withPhrases,
  type LocalText,
  type Playbook,
  type Stage,
} from '../../knowledge/complaints/index.ts';
import { makeSignal, makeSignals, makeTalk } from '../support/make-signals.ts';

const { playbooks, phrases } = await loadComplaintRules();
const text = (words: string): LocalText => ({ 'zh-CN': words, 'zh-TW': words, en: words });
const says = (...words: string[]) => ({ 'zh-CN': words, 'zh-TW': [], en: [] });

function makeStage(id: string, rest: Partial<Stage> = {}): Stage {
  return {
    id,
    name: text(id),
    goal: text(id),
    must: [],
    never: [],
    scriptTags: [],
    articleIds: [],
    doneWhen: [['complaint']],
    ...rest,
  };
}

function makePlaybook(stages: Stage[], own: Playbook['phrases'] = {}): Playbook {
  return { id: 'own', version: 1, name: text('own'), phrases: own, stages };
}

function listProblems(playbook: Playbook): string[] {
  return checkPlaybook(playbook).map(({ problem, at }) => `${problem} at ${at}`);
}

describe('faults of a playbook', () => {
  const hello = { says: says('您好') };
  const must = (id: string, group = 'hello') => ({ id, name: text(id), phrases: group });

  test('a sound one has none', () => {
    const stages = [makeStage('one', { must: [must('greeted')], doneWhen: [['greeted']] }), makeStage('two')];
    expect(listProblems(makePlaybook(stages, { hello }))).toEqual([]);
  });

  test.each<[string, Playbook, string]>([
    ['no stage', makePlaybook([]), 'no-stages at own'],
    ['two stages of one id', makePlaybook([makeStage('one'), makeStage('one')]), 'duplicate-stage at one'],
    [
      'one event with two meanings',
      makePlaybook(
        [makeStage('one', { must: [must('x')] }), makeStage('two', { must: [must('x', 'bye')] })],
        {
          hello,
          bye: { says: says('再见') },
        },
      ),
      'duplicate-event at two',
    ],
    [
      'an event that is ours',
      makePlaybook([makeStage('one', { must: [must('upset')] })], { hello }),
      'duplicate-event at one',
    ],
    [
      'a way back to nowhere',
      makePlaybook([makeStage('one', { loopBacks: [{ to: 'nowhere', when: ['upset'], forget: [] }] })]),
      'unknown-stage at one',
    ],
    [
      'an event nobody makes',
      makePlaybook([makeStage('one', { doneWhen: [['sung']] })]),
      'unknown-event at one',
    ],
    [
      'phrases of no group',
      makePlaybook([makeStage('one', { must: [must('x')] })]),
      'unknown-phrases at one',
    ],
    [
      'a pattern that could hang',
      makePlaybook([makeStage('one')], { slow: { says: says('/(a+)+$/') } }),
      'slow-pattern at slow',
    ],
    [
      'no way out',
      makePlaybook([makeStage('one', { doneWhen: [] }), makeStage('two')]),
      'stage-without-exit at one',
    ],
    [
      'a way back that leads forward',
      makePlaybook([
        makeStage('one', { loopBacks: [{ to: 'two', when: ['upset'], forget: [] }] }),
        makeStage('two'),
      ]),
      'forward-loop-back at one',
    ],
    [
      'a circle that never ends',
      makePlaybook([
        makeStage('one'),
        makeStage('two', {
          doneWhen: [['upset'], ['upset', 'answered']],
          loopBacks: [{ to: 'one', when: ['upset'], forget: [] }],
        }),
        makeStage('three'),
      ]),
      'cyclic-playbook at two',
    ],
  ])('%s', (_name, playbook, problem) => {
    expect(listProblems(playbook)).toContain(problem);
  });

  test('even one with every fault ends', () => {
    const circle = makePlaybook([
      makeStage('one', { loopBacks: [{ to: 'one', when: ['complaint'], forget: ['complaint'] }] }),
      makeStage('two', {
        loopBacks: [{ to: 'one', when: ['complaint'], forget: [] }],
        doneWhen: [['complaint']],
      }),
    ]);
    const messages = makeTalk(...Array.from({ length: 60 }, () => 'c: 我要投诉'));
    const signals = makeSignals({ complaint: makeSignal('投诉') });
    expect(['one', 'two']).toContain(inferStage(circle, { messages, signals }, null)?.stageId);
  });

  test('a team’s own words stand over ours', () => {
    const own = withPhrases(makePlaybook([makeStage('one')], { agree: { says: says('中') } }), phrases);
    expect(own.phrases['agree']?.says['zh-CN']).toEqual(['中']);
    expect(Object.keys(own.phrases)).toContain('apologise');
  });
});

describe('what a stage asks for', () => {
  const [nine] = playbooks;
  if (!nine) throw new Error('no playbook');
  const signals = makeSignals({ complaint: makeSignal('投诉'), worstEmotion: 'angry' });
  const reading = { messages: makeTalk('c: 我要投诉！', 'a: 非常理解您的心情，换谁都会生气'), signals };

  test.each([
    ['zh-CN', '说出客户的感受'],
    ['zh-TW', '說出客戶的感受'],
    ['en', 'Name the feeling'],
  ] as const)('musts tick themselves, in %s', (locale, name) => {
    const musts = tickMustSays(nine, 'calm', { reading, locale });
    expect(musts.find(({ id }) => id === 'name-feeling')).toMatchObject({ name, isSaid: true });
    expect(musts.find(({ id }) => id === 'own-next-step')).toMatchObject({ isSaid: false });
  });

  test.each([
    ['我马上帮您查', 'own-next-step', 'calm'],
    ['換作是我也會生氣', 'name-feeling', 'calm'],
    ["I'm so sorry we let you down", 'apologise', 'apologise'],
    ['我跟您核對一下：卡三天沒到，對嗎？', 'restate', 'listen'],
  ])('a draft counts while it is typed: %s', (draft, id, stageId) => {
    const without = { messages: reading.messages.slice(0, 1), signals };
    const isSaid = (words: string) =>
      tickMustSays(nine, stageId, { reading: without, draft: words, locale: 'en' }).find(
        (must) => must.id === id,
      )?.isSaid;
    expect(isSaid('')).toBe(false);
    expect(isSaid(draft)).toBe(true);
  });

  test('only the agent ticks: the same words of the customer, a bot or a notice do not', () => {
    const others = makeTalk('c: 客服：非常抱歉给您带来不便', 'b: 非常抱歉', 's: 非常抱歉');
    const musts = tickMustSays(nine, 'apologise', { reading: { messages: others, signals }, locale: 'en' });
    expect(musts.map(({ isSaid }) => isSaid)).toEqual([false]);
  });

  test('what a stage forbids is found in a draft, with its reason', () => {
    const draft = '您先冷静一下';
    const [found] = findNeverSays(nine, 'calm', { draft, locale: 'en' });
    expect(found).toMatchObject({ id: 'calm-down', words: '冷静' });
    expect(found?.reason).toContain('feeling');
    expect(findNeverSays(nine, 'calm', { draft: '我理解您', locale: 'en' })).toEqual([]);
  });

  test('a must is missed when the draft goes on without it, not before', () => {
    const missed = (draft: string) =>
      findMissedMusts(nine, 'confirm', { reading, draft, locale: 'zh-CN' }).map(({ id }) => id);
    expect(missed('好的，再见')).toEqual(['recap']);
    expect(missed('好的，明白')).toEqual([]);
    expect(missed('总结一下：今天18点前给您退款，短信通知您，这样可以吗？再见')).toEqual([]);
  });

  test('a stage’s scripts come first, the rest keeps its order', () => {
    const stage = findStage(nine, 'calm');
    const articles = [
      { id: 'a', tags: ['账单'] },
      { id: 'b', tags: ['calm'] },
      { id: 'c', tags: [] },
      { id: 'd', tags: ['安抚'] },
    ];
    if (!stage) throw new Error('no stage');
    expect(offerStageFirst(stage, articles).map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c']);
    expect(offerStageFirst({ ...stage, articleIds: ['c'] }, articles).map(({ id }) => id)).toEqual([
      'c',
      'b',
      'd',
      'a',
    ]);
  });

  test('a stage that is not there asks for nothing', () => {
    expect(tickMustSays(nine, 'nowhere', { reading, locale: 'en' })).toEqual([]);
    expect(findNeverSays(nine, 'nowhere', { draft: '冷静', locale: 'en' })).toEqual([]);
    expect(findStage(nine, 'nowhere')).toBeNull();
  });
});
