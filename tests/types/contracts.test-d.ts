import { describe, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { Article, KnowledgePack } from '../../knowledge/articles/index.ts';
import type {
  articleSchema,
  consoleAdapterSchema,
  consoleReadingSchema,
  insertionRequestSchema,
  knowledgePackSchema,
  SESSION_ITEMS,
  TabReading,
} from '../../knowledge/contracts/index.ts';
import type { ConsoleAdapter, ConsoleReading, InsertionRequest } from '../../knowledge/conversation/index.ts';

/** Branded outputs and optional keys must come out exactly as the domain writes them. */
describe('what a schema lets through is what the domain works with', () => {
  test('a console’s reading', () => {
    expectTypeOf<z.output<typeof consoleReadingSchema>>().toEqualTypeOf<ConsoleReading>();
  });

  test('an insertion request', () => {
    expectTypeOf<z.output<typeof insertionRequestSchema>>().toEqualTypeOf<InsertionRequest>();
  });

  test('a console adapter', () => {
    expectTypeOf<z.output<typeof consoleAdapterSchema>>().toEqualTypeOf<ConsoleAdapter>();
  });

  test('an article', () => {
    expectTypeOf<z.output<typeof articleSchema>>().toEqualTypeOf<Article>();
  });

  test('a knowledge pack', () => {
    expectTypeOf<z.output<typeof knowledgePackSchema>>().toEqualTypeOf<KnowledgePack>();
  });
});

describe('what waits for the panel in session storage', () => {
  test('is under these names', () => {
    expectTypeOf<keyof typeof SESSION_ITEMS>().toEqualTypeOf<
      | 'reading'
      | 'insertionRequest'
      | 'draft'
      | 'rewriteRequest'
      | 'contactId'
      | 'readBefore'
      | 'picker'
      | 'recordingTrouble'
    >();
  });

  test('is what came, with when and from where', () => {
    expectTypeOf<TabReading>().toExtend<ConsoleReading>();
    expectTypeOf<Exclude<keyof TabReading, keyof ConsoleReading>>().toEqualTypeOf<'observedAt' | 'origin'>();
  });
});
