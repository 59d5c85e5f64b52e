import { onTestFinished } from 'vitest';
import { openKnowledgeBase, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { MORNING } from './make-conversation.ts';

export interface TestClock {
  (): number;
  advance(milliseconds: number): void;
}

export function makeClock(start = MORNING): TestClock {
  let now = start;
  return Object.assign(() => now, {
    advance: (milliseconds: number) => {
      now += milliseconds;
    },
  });
}

/** Counts up, padded so that ids sort by creation as ULIDs do. */
export function makeIdSource(prefix = 'id'): () => string {
  let last = 0;
  return () => `${prefix}-${String((last += 1)).padStart(6, '0')}`;
}

let opened = 0;

/** A suffix no other test uses: databases of two tests never meet. */
export function makeDatabaseSuffix(): string {
  return `-test-${(opened += 1)}`;
}

export interface TestKnowledgeBase {
  knowledge: KnowledgeBase;
  clock: TestClock;
  suffix: string;
}

/** An empty knowledge base of the test's own, closed when the test is over. */
export async function makeKnowledgeBase(): Promise<TestKnowledgeBase> {
  const clock = makeClock();
  const suffix = makeDatabaseSuffix();
  const knowledge = await openKnowledgeBase({ clock, newId: makeIdSource(), suffix });
  onTestFinished(() => knowledge.close());
  return { knowledge, clock, suffix };
}
