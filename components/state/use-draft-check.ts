/** What is to be said about the draft in the composer, and putting better words in its place. */
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  checkDraft,
  FINDING_SEVERITIES,
  type DraftFinding,
  type DraftInput,
  type DraftMustSay,
  type DraftNeverSay,
} from '../../knowledge/compliance/index.ts';
import { SESSION_ITEMS, type TabReading } from '../../knowledge/contracts/index.ts';
import {
  expectNothingMoved,
  type InsertionRefusal,
  type InsertionResult,
  type ReplaceInDraftCommand,
  type RewriteRequest,
  type ToConsole,
  type ToPracticePage,
} from '../../knowledge/conversation/index.ts';
import { removeMasks } from '../../knowledge/privacy/index.ts';
import { enterTab } from '../../utils/browser/enter-tab.ts';
import { defineSessionItem } from '../../utils/browser/session-items.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { i18n } from '../i18n/i18n.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { useDraftMutes } from './draft-mutes.ts';
import { usePanelStore } from './panel-store.ts';
import { sayRefused } from './refuse-insertion.ts';
import { useDraftRules, type DraftRules } from './use-draft-rules.ts';
import { usePressedKeys } from './use-insertion-requests.ts';
import { useObservedDraft } from './use-observed-draft.ts';

/** On top of the console's own pause: nothing is said while somebody is in the middle of a word. */
const PAUSE_MS = 150;
/** As long as a changed draft may need to be told. */
const ON_ITS_WAY_MS = 1_500;
const NOTHING: readonly DraftFinding[] = [];

const rewriteRequests = defineSessionItem<RewriteRequest>(SESSION_ITEMS.rewriteRequest);

export interface DraftCheckInputs {
  tabId: number | undefined;
  /** Null while the console cannot be read well enough. */
  reading: TabReading | null;
  /** Whose mutes they are: a contact, or the chat while none is counted. */
  contactKey: string;
  /** Of the current stage of a complaint. */
  mustSays?: readonly DraftMustSay[];
  neverSays?: readonly DraftNeverSay[];
}

export interface DraftCheck {
  /** The gravest first. */
  findings: readonly DraftFinding[];
  /** Puts the better words into the composer. Where there are none, nothing happens. */
  rewrite: (finding: DraftFinding) => void;
  mute: (finding: DraftFinding, how: 'contact' | 'always') => void;
}

export function useDraftCheck(inputs: DraftCheckInputs): DraftCheck {
  const { tabId, reading, contactKey } = inputs;
  const rules = useDraftRules();
  const [quiet, muteHere] = useDraftMutes(contactKey);
  const typed = useObservedDraft(tabId, reading);
  const [settled, setSettled] = useState('');
  const found = useFindings(inputs, settled, { rules, quiet });
  const { rewrite, rewritten } = useRewriting(inputs, settled);
  // What is on screen goes or changes at once; what is new waits for the hands to rest.
  const pause = found.length > 0 ? 0 : PAUSE_MS;
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pause);
    return () => clearTimeout(timer);
  }, [typed, pause]);
  const findings = typed === '' || rewritten === settled ? NOTHING : found;
  const [first] = findings;
  usePressedKeys(rewriteRequests, tabId, ({ conversationId }) => {
    if (first && conversationId === reading?.conversation?.id) rewrite(first);
  });
  return {
    findings,
    rewrite,
    mute: ({ ruleId }, how) => (how === 'always' ? rules?.mute(ruleId, true) : muteHere(ruleId)),
  };
}

interface Hearing {
  rules: DraftRules | null;
  /** Muted for this contact. */
  quiet: readonly string[];
}

function useFindings(
  inputs: DraftCheckInputs,
  text: string,
  { rules, quiet }: Hearing,
): readonly DraftFinding[] {
  const locale = useLocale();
  const { reading, mustSays, neverSays } = inputs;
  const conversation = reading?.conversation ?? null;
  const list = rules?.rules;
  const muted = rules?.muted;
  return useMemo(() => {
    if (text === '' || !list || !muted) return NOTHING;
    const input: DraftInput = { text, conversation, rules: list, muted: [...muted, ...quiet], locale };
    if (conversation?.customerName) input.customerName = conversation.customerName;
    if (conversation?.fields) input.fields = conversation.fields;
    if (mustSays) input.mustSays = mustSays;
    if (neverSays) input.neverSays = neverSays;
    return checkDraft(input).toSorted((left, right) => rank(left) - rank(right));
  }, [text, conversation, list, muted, quiet, locale, mustSays, neverSays]);
}

function rank({ severity }: DraftFinding): number {
  return FINDING_SEVERITIES.indexOf(severity);
}

/** @returns also the draft that was changed last: what was found in it is settled, and its successor on its way */
function useRewriting({ tabId, reading }: DraftCheckInputs, draft: string) {
  const [rewritten, setRewritten] = useState<string | null>(null);
  const isUnderWay = useRef(false);
  const conversation = reading?.conversation;
  const rewrite = ({ rewrite: better }: DraftFinding) => {
    if (!better || !conversation || tabId === undefined || isUnderWay.current) return;
    isUnderWay.current = true;
    const { start, end, text } = better;
    const expected = expectNothingMoved(conversation);
    void replace(tabId, { expected, find: draft.slice(start, end), at: start, text }).then((result) => {
      isUnderWay.current = false;
      if (!result.ok) return sayNotReplaced(result.reason, text);
      setRewritten(draft);
      return usePanelStore.getState().notify({ kind: 'said', text: i18n.t('draft.rewritten'), undo: null });
    });
  };
  // Typed anew, or taken back, it is looked at again.
  if (rewritten !== null && rewritten !== draft) setRewritten(null);
  // Taken back at once, the change in between may never be told.
  useEffect(() => {
    if (rewritten === null) return undefined;
    const timer = setTimeout(() => setRewritten(null), ON_ITS_WAY_MS);
    return () => clearTimeout(timer);
  }, [rewritten]);
  return { rewrite, rewritten };
}

/** Only now: hardly any page needs that code. */
async function bringRewriter(tabId: number): Promise<void> {
  await enterTab(tabId, '/console-rewriter.js').catch(() =>
    // Our own practice page lets no script in; any other page that does not has gone meanwhile.
    createMessenger<ToPracticePage>().send('loadRewriter', undefined, tabId),
  );
}

/** A mask must not reach a customer by the clipboard: there is nothing to copy then. */
function sayNotReplaced(reason: InsertionRefusal | 'console-gone', text: string): void {
  if (removeMasks(text) === text) sayRefused(reason, { text });
  else usePanelStore.getState().notify({ kind: 'refused', reason });
}

async function replace(
  tabId: number,
  words: Omit<ReplaceInDraftCommand, 'requestId'>,
): Promise<InsertionResult | { ok: false; reason: 'console-gone' }> {
  try {
    await bringRewriter(tabId);
    const command = { requestId: crypto.randomUUID(), ...words };
    return await createMessenger<ToConsole>().send('replaceInDraft', command, tabId);
  } catch {
    return { ok: false, reason: 'console-gone' };
  }
}
