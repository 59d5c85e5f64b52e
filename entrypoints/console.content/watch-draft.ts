/** Tells the panel what the agent is typing to the customer, once the hands rest for a moment. */
import type { ConsoleAdapter, ConsoleReading, ObservedDraft } from '../../knowledge/conversation/index.ts';
import { maskDraft, readDraft } from './composer/draft-text.ts';
import { holdsPlaceholder } from './composer/placeholder.ts';
import { hearEveryWindow } from './hear-every-window.ts';
import { findComposer, isPrivateNote } from './reading/find-composer.ts';
import { findConversationScope } from './reading/read-console.ts';

const PAUSE_MS = 250;
/** Whatever can change a draft or choose another one. Editors that draw themselves have no `input` of their own. */
const SIGNS = ['beforeinput', 'input', 'keyup', 'compositionend', 'focusin'];

export interface DraftWatchOptions {
  signal: AbortSignal;
  currentAdapter: () => ConsoleAdapter | null;
  /** As last reported; null while nobody looks at the panel. */
  currentReading: () => ConsoleReading | null;
  report: (draft: ObservedDraft) => void;
}

export interface DraftWatch {
  /** Something else than typing may have changed the draft, or whose it is. */
  look(pause?: number): void;
  /** The next look tells again what is there. */
  forget(): void;
  /** The conversation with a draft that was told, or null. */
  about(): string | null;
}

export function watchDraft({ signal, report, ...page }: DraftWatchOptions): DraftWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isComposing = false;
  let told: ObservedDraft | null = null;
  let isForgotten = false;
  const tell = () => {
    const draft = isComposing || signal.aborted ? null : readDraftNow(page, told);
    if (!draft) return;
    const isNew = isForgotten || isOther(draft, told);
    told = draft;
    isForgotten = false;
    if (isNew) report(draft);
  };
  const look = (pause = PAUSE_MS) => {
    clearTimeout(timer);
    timer = setTimeout(tell, pause);
  };
  const hear = (event: Event) => {
    // What an input method is still making is not yet a draft.
    isComposing = (event as Partial<InputEvent>).isComposing === true && event.type !== 'compositionend';
    look();
  };
  hearEveryWindow(signal, (view) => {
    for (const sign of SIGNS) view.addEventListener(sign, hear, { capture: true, signal });
  });
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    look,
    forget: () => {
      isForgotten = true;
    },
    about: () => (told?.text ? told.conversationId : null),
  };
}

/** @returns null while there is nobody to tell, or nothing to tell of */
function readDraftNow(
  { currentAdapter, currentReading }: Pick<DraftWatchOptions, 'currentAdapter' | 'currentReading'>,
  told: ObservedDraft | null,
): ObservedDraft | null {
  const reading = currentReading();
  const adapter = currentAdapter();
  if (!reading || !adapter) return null;
  // With its conversation gone, so is the draft.
  if (!reading.conversation) return told && { ...told, text: '' };
  return { conversationId: reading.conversation.id, text: readReply(adapter) };
}

function isOther({ conversationId, text }: ObservedDraft, told: ObservedDraft | null): boolean {
  return text !== (told?.text ?? '') || (text !== '' && conversationId !== told?.conversationId);
}

/** What the customer would get; notes inside the team are nobody's draft. */
function readReply(adapter: ConsoleAdapter): string {
  const scope = findConversationScope(adapter);
  const found = scope && findComposer(scope, adapter);
  if (!found || typeof found === 'string' || isPrivateNote(scope, adapter)) return '';
  const composer = found.value as HTMLElement;
  return holdsPlaceholder(composer, adapter.composer.placeholder)
    ? ''
    : maskDraft(readDraft(composer).text).trimEnd();
}
