import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Article } from '../../knowledge/articles/index.ts';
import { openKnowledgeBase, type ArticleRow, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { makeArticle, makePack } from '../support/make-article.ts';
import { makeClock, makeDatabaseSuffix } from '../support/make-knowledge-base.ts';

const ids = fc.constantFrom('test.a', 'test.b', 'test.c');
const aliases = fc.constantFrom('钱呢', '到账没', '啥时候退');
const articles = fc
  .record({ id: ids, aliases: fc.uniqueArray(aliases) })
  .map((own): Article => makeArticle({ ...own, title: '退款多久到账' }));

type What =
  | { kind: 'put'; article: Article; packId: string }
  | { kind: 'add' | 'remove'; id: string; alias: string }
  | { kind: 'install'; packed: Article[] }
  | { kind: 'look' };

const what: fc.Arbitrary<What> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), article: articles, packId: fc.constantFrom('p', 'team') }),
  fc.record({ kind: fc.constantFrom('add' as const, 'remove' as const), id: ids, alias: aliases }),
  fc.record({
    kind: fc.constant('install' as const),
    packed: fc.uniqueArray(articles, { selector: ({ id }) => id, minLength: 1 }),
  }),
  fc.record({ kind: fc.constant('look' as const) }),
);

/** Each with how far the clock has gone meanwhile: not at all, or backwards too. */
const happening = fc.record({ passed: fc.integer({ min: -3, max: 3 }), what });

async function act({ articles: store }: KnowledgeBase, done: Exclude<What, { kind: 'look' }>): Promise<void> {
  if (done.kind === 'put') await store.put([done.article], done.packId);
  else if (done.kind === 'install') await store.installPack(makePack({ id: 'p', articles: done.packed }));
  else if (done.kind === 'add') await store.addAliases(done.id, [done.alias]);
  else await store.removeAliases(done.id, [done.alias]);
}

describe('who follows the articles', () => {
  test.prop([fc.array(happening, { minLength: 1, maxLength: 12 })], { numRuns: 40 })(
    'and asks only for what is later than the last seen has all that is stored',
    async (happenings) => {
      const clock = makeClock();
      const knowledge = await openKnowledgeBase({ clock, suffix: makeDatabaseSuffix() });
      const seen = new Map<string, ArticleRow>();
      const look = async () => {
        const upTo = Math.max(0, ...[...seen.values()].map(({ updatedAt }) => updatedAt));
        for (const row of await knowledge.articles.listChangedSince(upTo + 1)) seen.set(row.id, row);
      };
      for (const { passed, what: done } of happenings) {
        clock.advance(passed);
        await (done.kind === 'look' ? look() : act(knowledge, done));
      }
      await look();
      const stored = await knowledge.articles.listChangedSince(0);
      expect([...seen.keys()].toSorted()).toEqual(stored.map(({ id }) => id).toSorted());
      for (const row of stored) expect(seen.get(row.id)).toEqual(row);
      knowledge.close();
    },
  );
});
