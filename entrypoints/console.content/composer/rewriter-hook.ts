/** Where the half of this script that is brought in later leaves its function for the half that is there. */
import type { InsertionResult, ReplaceInDraftCommand } from '../../../knowledge/conversation/index.ts';
import type { InsertionPage } from './insert-reply.ts';

interface RewriterHook {
  deskmateRewriter?: (command: ReplaceInDraftCommand, page: InsertionPage) => Promise<InsertionResult>;
}

/** Of our own isolated world, which no page sees. */
export const HOOK: RewriterHook = globalThis as RewriterHook;
