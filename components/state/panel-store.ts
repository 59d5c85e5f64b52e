/** What the panel itself is doing; gone when it closes. Everything lasting is in the records. */
import { create } from 'zustand';
import type { InsertionRefusal } from '../../knowledge/conversation/index.ts';
import type { SlotValues } from '../../knowledge/articles/index.ts';
import type { AssessmentDraft } from '../../knowledge/assessment/index.ts';

export type Place = 'assist' | 'wrap-up' | 'mine' | 'settings' | 'knowledge';

export type Notice =
  | { kind: 'inserted' }
  | { kind: 'copied' }
  | { kind: 'saved' }
  | { kind: 'removed'; undo: () => Promise<void> }
  | { kind: 'alias-added'; title: string }
  | { kind: 'alias-refused' }
  | { kind: 'synonyms-added'; count: number }
  | { kind: 'slots-open'; slots: string[] }
  | { kind: 'just-changed' }
  | { kind: 'look-first' }
  | { kind: 'no-such-card' }
  | { kind: 'refused'; reason: InsertionRefusal | 'console-gone' }
  | { kind: 'not-stored'; reason: 'full' | 'unavailable' };

/** A wrap-up nobody has saved yet. */
export interface WrapUpDraft {
  /** Made once per contact: saving twice must not store twice. */
  assessmentId: string;
  answers: AssessmentDraft;
  /** Null while the suggested one stands. */
  typedTopic: string | null;
}

interface PanelState {
  place: Place;
  query: string;
  /** The search box was opened by hand: while it is empty, the scripts used most are on screen. */
  isBrowsing: boolean;
  /** An input method is composing in the search box: what stands there is not yet what is meant. */
  isComposing: boolean;
  /** The contact whose wrap-up form is open. */
  wrapUpContactId: string | null;
  /** By contact: a look at another place costs nothing that was typed. */
  wrapUpDrafts: Readonly<Record<string, WrapUpDraft | null>>;
  /** The card whose slots are being asked for. */
  slotFormArticleId: string | null;
  /** What the person typed into slots; belongs to one conversation. */
  typedSlots: SlotValues;
  notice: (Notice & { id: number }) | null;
  isHelpOpen: boolean;
  go(place: Place): void;
  setQuery(query: string): void;
  browse(isBrowsing: boolean): void;
  compose(isComposing: boolean): void;
  /** Back to the cards. */
  closeSearch(): void;
  openWrapUp(contactId: string | null): void;
  /** @param draft null once it is stored */
  keepWrapUp(contactId: string, draft: WrapUpDraft | null): void;
  askForSlots(articleId: string | null): void;
  typeSlots(values: SlotValues): void;
  /** Another chat is on screen: what was typed for the one before is gone. */
  forgetConversation(): void;
  notify(notice: Notice): void;
  dismissNotice(): void;
  toggleHelp(isOpen: boolean): void;
}

let lastNoticeId = 0;
const NO_SEARCH = { query: '', isBrowsing: false, isComposing: false } as const;

export const usePanelStore = create<PanelState>()((set) => ({
  place: 'assist',
  ...NO_SEARCH,
  wrapUpContactId: null,
  wrapUpDrafts: {},
  slotFormArticleId: null,
  typedSlots: {},
  notice: null,
  isHelpOpen: false,
  go: (place) => set({ place, ...NO_SEARCH }),
  setQuery: (query) => set({ query }),
  browse: (isBrowsing) => set({ isBrowsing }),
  compose: (isComposing) => set({ isComposing }),
  closeSearch: () => set(NO_SEARCH),
  openWrapUp: (wrapUpContactId) => set({ wrapUpContactId, place: 'wrap-up', ...NO_SEARCH }),
  keepWrapUp: (contactId, draft) =>
    set(({ wrapUpDrafts }) => ({ wrapUpDrafts: { ...wrapUpDrafts, [contactId]: draft } })),
  askForSlots: (slotFormArticleId) => set({ slotFormArticleId }),
  typeSlots: (values) => set((state) => ({ typedSlots: { ...state.typedSlots, ...values } })),
  forgetConversation: () => set({ typedSlots: {}, slotFormArticleId: null, ...NO_SEARCH }),
  notify: (notice) => set({ notice: { ...notice, id: (lastNoticeId += 1) } }),
  dismissNotice: () => set({ notice: null }),
  toggleHelp: (isHelpOpen) => set({ isHelpOpen }),
}));
