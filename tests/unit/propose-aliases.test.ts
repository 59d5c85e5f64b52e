import { describe, expect, test } from 'vitest';
import { formatAliasProposals, proposeAliases } from '../../knowledge/learning/index.ts';
import { makeArticle } from '../support/make-article.ts';
import { MORNING } from '../support/make-conversation.ts';
import { makeLesson } from '../support/make-lesson.ts';

const REFUND = makeArticle({ id: 'test.refund', title: '退款多久到账', aliases: ['钱怎么还没退回来'] });
const INVOICE = makeArticle({ id: 'test.invoice', title: '发票抬头怎么改', aliases: [] });
const HEADINGS = {
  articleId: '编号',
  articleTitle: '文章',
  question: '问法',
  contacts: '服务次数',
  weight: '把握',
  lastAt: '最近',
};

const propose = (...lessons: Parameters<typeof proposeAliases>[0]) =>
  proposeAliases(lessons, [REFUND, INVOICE], MORNING);

describe('proposals for aliases', () => {
  test('say what was asked, for which article, in how many contacts and when last', () => {
    const twice = [
      makeLesson({ at: MORNING - 10 }),
      makeLesson({ contactId: 'contact-2', kind: 'opened', at: MORNING - 5 }),
    ];
    expect(propose(...twice)).toEqual([
      {
        articleId: 'test.refund',
        articleTitle: '退款多久到账',
        question: '钱啥时候能退',
        contacts: 2,
        weight: expect.closeTo(0.8375, 4),
        lastAt: MORNING - 5,
      },
    ]);
  });

  test('come best supported first, then surest', () => {
    const lessons = [
      makeLesson({ question: '开错抬头了', articleId: 'test.invoice', kind: 'opened' }),
      makeLesson({ question: '抬头填错', articleId: 'test.invoice', contactId: 'contact-3' }),
      makeLesson({ kind: 'opened', contactId: 'contact-4' }),
      makeLesson({ kind: 'opened', contactId: 'contact-5' }),
    ];
    expect(propose(...lessons).map(({ question }) => question)).toEqual([
      '钱啥时候能退',
      '抬头填错',
      '开错抬头了',
    ]);
  });

  test('do not count who dismissed as support', () => {
    const mixed = [makeLesson(), makeLesson({ contactId: 'contact-2', kind: 'dismissed' })];
    expect(propose(...mixed)).toMatchObject([{ contacts: 1 }]);
  });

  test.each([
    ['its title, written otherwise', makeLesson({ question: '退款，多久到账？' })],
    ['one of its aliases', makeLesson({ question: '钱怎么还没退回来!!' })],
    ['another article’s title', makeLesson({ question: '发票抬头怎么改' })],
    ['about one customer’s number', makeLesson({ question: '帮我查一下[手机号*8000]的退款' })],
    ['too long for an alias', makeLesson({ question: '退'.repeat(121) })],
    ['a single letter', makeLesson({ question: '退 123' })],
    ['dismissed', makeLesson({ kind: 'dismissed' })],
    ['for an article that is gone', makeLesson({ articleId: 'test.gone' })],
  ])('leave out what is %s', (_why, lesson) => {
    expect(propose(makeLesson({ question: '发票开错', articleId: 'test.invoice' }), lesson)).toMatchObject([
      { question: '发票开错' },
    ]);
  });

  test('leave archived articles alone', () => {
    expect(proposeAliases([makeLesson()], [{ ...REFUND, confidence: 'archived' }], MORNING)).toEqual([]);
  });
});

describe('the file of proposals', () => {
  test('has the reader’s headings and one line each', () => {
    const text = formatAliasProposals(propose(makeLesson()), HEADINGS);
    expect(text).toBe(
      '\uFEFF编号,文章,问法,服务次数,把握,最近\r\ntest.refund,退款多久到账,钱啥时候能退,1,0.75,2026-11-18',
    );
  });

  test('lets no question run as a formula', () => {
    const asked = makeLesson({ question: '=HYPERLINK("http://x","退款")' });
    expect(formatAliasProposals(propose(asked), HEADINGS)).toContain(
      ',"\'=HYPERLINK(""http://x"",""退款"")",',
    );
  });
});
