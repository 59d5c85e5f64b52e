import { describe, expect, test } from 'vitest';
import { applyRewrite, checkDraft, type DraftInput } from '../../knowledge/compliance/index.ts';
import type { Message } from '../../knowledge/conversation/index.ts';

const said = (role: Message['role'], text: string): Message => ({ id: text, role, text, sentAt: null });
const check = (text: string, more: Partial<DraftInput> = {}) =>
  checkDraft({ text, conversation: null, locale: 'zh-CN', ...more });
const kindsOf = (text: string, more: Partial<DraftInput> = {}) => check(text, more).map(({ kind }) => kind);

describe('what is fine', () => {
  test.each([
    ['denied', '我们卖的都是正品，不是假货，但我们不能保证今晚到'],
    ['denied with more between', '我们不会让您加微信，也不会要求您私下转账'],
    ['denied afterwards', '这个时间我保证不了，先跟您说清楚'],
    ['denied in English', "We can't guarantee a date, and I won't promise one."],
    ['a question', '您是想问能不能保证今天到，对吗？'],
    ['agreement', '您说得绝对有道理'],
    ['sympathy', '您肯定急坏了，等了三天，换谁肯定都上火'],
    ['praise', '谢谢您的肯定'],
    ['a fine phrase', '第一步先核对订单，有结果我第一时间告诉您'],
    ['other meanings', '关掉后台运行的应用，翻一下垃圾邮件；滚筒洗衣机按说明清洗'],
    ['a warning of fraud', '凡是让您加微信转账的都是骗子，请直接挂断'],
    ['quoted words', '您说的“绝对没问题”，我会连同门店的记录一起核实'],
    ['quoted words in Taiwan', '您提到的「保證當天到」我已經記下來了'],
    ['unclear photos', '照片有点不清楚，麻烦您再拍一张好吗'],
    ['surprise', '难怪您会生气，这么久没人回'],
    ['empathy in English', 'You are absolutely right, that sounds ridiculous.'],
    ['an English offer', "Let's deal with it now; whatever you need, tell me."],
  ])('%s', (_what, draft) => {
    expect(check(draft)).toEqual([]);
  });

  test('repeating the customer’s words, said to be theirs', () => {
    const conversation = { messages: [said('customer', '当初说肯定能退的')] };
    expect(kindsOf('您刚才说肯定能退，我去核实当时的记录', { conversation })).toEqual([]);
    expect(kindsOf('您刚才说肯定能退，我去核实当时的记录')).toEqual(['over-promise']);
    expect(kindsOf('肯定能退', { conversation }), 'agreeing is promising').toEqual(['over-promise']);
  });

  test.each(['', ' \n '])('nothing at all: %j', (draft) => {
    expect(check(draft)).toEqual([]);
  });
});

describe('a finding', () => {
  test('says which words, which rule and why, in the language of the agent', () => {
    const [finding] = check('好的。这个绝对能修好', { locale: 'en' });
    expect(finding).toMatchObject({
      ruleId: 'zh.over-promise.certainly',
      start: 5,
      end: 7,
      words: '绝对',
      severity: 'high',
    });
    expect(finding?.reason).toMatch(/^Says more/);
  });

  test('comes in any width and script', () => {
    expect(kindsOf('１００％退')).toEqual(['over-promise']);
    expect(kindsOf('這個絕對能修好')).toEqual(['over-promise']);
    expect(kindsOf('加我ＶＸ')).toEqual(['diverting']);
  });

  test('is one for each kind and sentence, the gravest; the next when that is settled', () => {
    const draft = '这个我也不清楚，不归我管';
    const [first, ...others] = check(draft);
    expect(first).toMatchObject({ ruleId: 'zh.brush-off.not-mine', words: '不清楚，不归我管' });
    expect(others).toEqual([]);
  });

  test('is found in a sentence of each language', () => {
    expect(kindsOf('好的。That is not my problem。这个绝对能退')).toEqual(['brush-off', 'over-promise']);
  });

  test('is never made by a muted rule', () => {
    expect(check('这个绝对能修好', { muted: ['zh.over-promise.certainly'] })).toEqual([]);
    expect(check('您好{{姓名}}', { muted: ['check.unfilled-slot'] })).toEqual([]);
    const mustSays = [{ id: 'recap', name: '复述', isSaid: false }];
    expect(check('您好', { mustSays, muted: ['must-say.recap'] })).toEqual([]);
  });

  test('a muted rule does not silence another of its kind', () => {
    expect(check('我不清楚，不归我管', { muted: ['zh.brush-off.not-mine'] })).toMatchObject([
      { words: '不清楚' },
    ]);
  });

  test('comes from a team’s own rules instead of ours', () => {
    const rules = [
      {
        id: 'team.competitor',
        kind: 'banned' as const,
        language: 'zh' as const,
        severity: 'low' as const,
        patterns: ['隔壁.{0,4}家'],
        reason: { 'zh-CN': '不评价同行', 'zh-TW': '不評論同業', en: 'Say nothing of competitors' },
        rewrites: [],
      },
    ];
    expect(check('隔壁那家绝对更贵', { rules })).toMatchObject([
      { ruleId: 'team.competitor', reason: '不评价同行', rewrite: null },
    ]);
  });
});

describe('an unfilled slot', () => {
  test.each([
    '您好{{客户称呼}}',
    '【姓名】您好',
    '订单［订单号］已发出',
    'XX先生您好',
    '预计X个工作日到账',
    'Dear [Customer Name],',
    'Hi {first_name}',
    '退款____元',
    'Case <ticket_id> is open',
  ])('%s', (draft) => {
    expect(kindsOf(draft)).toEqual(['unfilled-slot']);
  });

  test.each([
    '【温馨提示】明天停机维护',
    '手机[手机号*1234]已恢复',
    '发到[邮箱]了',
    '尺码XXL有货',
    '3×4厘米',
  ])('is not: %s', (draft) => {
    expect(kindsOf(draft)).toEqual([]);
  });

  test('for a name takes the name that the console shows', () => {
    const fill = (draft: string) => {
      const [finding] = check(draft, { customerName: '王女士' });
      return finding?.rewrite && applyRewrite(draft, finding.rewrite);
    };
    expect(fill('【姓名】您好')).toBe('王女士您好');
    expect(fill('XX先生您好')).toBe('王女士您好');
    expect(fill('王女士，【姓名】您好')).toBe('王女士，您好');
    expect(fill('单号{{快递单号}}')).toBeNull();
  });
});

describe('another customer’s name', () => {
  const customerName = '王女士';

  test('is seen, and replaced by this customer’s', () => {
    const draft = '您好，陈女士，退款已提交';
    const [finding] = check(draft, { customerName });
    expect(finding).toMatchObject({ kind: 'wrong-customer', words: '陈女士' });
    expect(finding?.rewrite && applyRewrite(draft, finding.rewrite)).toBe('您好，王女士，退款已提交');
  });

  test.each([
    '王小姐您好',
    '王小明女士您好',
    '这位先生是师傅',
    '我们的主管陈先生会联系您',
    '那位女士',
    '高老师傅',
  ])('is not: %s', (draft) => {
    expect(kindsOf(draft, { customerName })).toEqual([]);
  });

  test('may be somebody the customer spoke of', () => {
    const conversation = { messages: [said('customer', '我老公陈先生去取')] };
    expect(kindsOf('陈先生，取件码已发', { customerName, conversation })).toEqual([]);
  });

  test('in English', () => {
    expect(kindsOf('Hi Emily, your refund is on its way.', { customerName: 'Emma Stone' })).toEqual([
      'wrong-customer',
    ]);
    expect(kindsOf('Mr. Tan, express tonight.', { customerName: 'Mrs. Lim' })).toEqual(['wrong-customer']);
    expect(kindsOf('Hi Emma, thanks for waiting.', { customerName: 'Emma Stone' })).toEqual([]);
    expect(kindsOf('Hi there, thanks for waiting.', { customerName: 'Emma Stone' })).toEqual([]);
  });

  test('is not looked for where the console shows no name', () => {
    expect(kindsOf('陈女士，退款已提交')).toEqual([]);
  });
});

describe('numbers and places', () => {
  const conversation = { messages: [said('customer', '我的号是[手机号*1234]，住幸福里8栋1203')] };

  test.each([
    ['wrong-customer', '您尾号5678的卡已恢复'],
    ['wrong-customer', '您的手机号[手机号*5678]已恢复'],
    ['other-pii', '她手机[手机号*5678]，您可以联系她'],
    ['other-pii', '他住花园路12栋3单元502'],
    ['other-pii', '那位客户住在和平小区'],
    ['other-pii', 'He lives at 14 Elm Road.'],
    ['other-pii', '他的身份证是11010519491231002X'],
  ])('%s: %s', (kind, draft) => {
    expect(kindsOf(draft, { conversation })).toEqual([kind]);
  });

  test.each([
    '您尾号1234的卡已恢复',
    '号码[手机号*1234]已恢复',
    '送到幸福里8栋1203，对吗',
    '快递员电话[手机号*9999]',
    '请寄到科技路5号楼2层仓库',
    'Please send it back to our warehouse at 14 Elm Road.',
    '发到您邮箱[邮箱]',
    '会员号 110105194912310021',
  ])('are this customer’s, or ours: %s', (draft) => {
    expect(kindsOf(draft, { conversation })).toEqual([]);
  });

  test('an order is compared with the one that the console shows', () => {
    const fields = { 'order-number': '20261120001' };
    expect(kindsOf('您的订单20261120009已发出', { fields })).toEqual(['wrong-customer']);
    expect(kindsOf('您的订单20261120001已发出', { fields })).toEqual([]);
    expect(kindsOf('补发的新订单20261120009', { fields })).toEqual([]);
  });
});

describe('the stage', () => {
  test('asks for what was not said yet, and offers a sentence', () => {
    const mustSays = [
      { id: 'own-it', name: '接下来', isSaid: true },
      { id: 'recap', name: '复述', isSaid: false, say: '我跟您核对一下，对吗？' },
    ];
    const [finding, ...others] = check('好的，那就这样', { mustSays });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'missing-must-say', severity: 'low', words: '', start: 7, end: 7 });
    expect(finding?.reason).toContain('复述');
    expect(finding?.rewrite && applyRewrite('好的，那就这样', finding.rewrite)).toBe(
      '好的，那就这样。我跟您核对一下，对吗？',
    );
  });

  test('forbids what its playbook forbids', () => {
    const neverSays = [{ id: 'solution-first', start: 0, end: 4, reason: '先复述，再给方案' }];
    expect(check('给您退款', { neverSays })).toMatchObject([
      {
        ruleId: 'never-say.solution-first',
        kind: 'never-say',
        words: '给您退款',
        reason: '先复述，再给方案',
      },
    ]);
  });
});

test('a draft as long as a book, without a comma, is read to its limit', () => {
  expect(kindsOf(`${'好'.repeat(200)}绝对${'好'.repeat(100_000)}`)).toEqual(['over-promise']);
});
