/** What the panel itself is doing; gone when it closes. Everything lasting is in the records. */
import { create } from 'zustand';
import type { InsertionRefusal } from '../../knowledge/conversation/index.ts';
import type { SlotValues, TemplateProblem } from '../../knowledge/articles/index.ts';
import type { AssessmentDraft } from '../../knowledge/assessment/index.ts';
import type { AliasRefusal } from '../../knowledge/knowledge-base.ts';
import {
  changeTypedSlots,
  editSlots,
  settleEdits,
  typeSlots,
  type TypedSlotsByContact,
} from './typed-slots.ts';

export type Place = 'assist' | 'wrap-up' | 'mine' | 'promises' | 'settings' | 'knowledge' | 'teach';

/** Rooms that are entered through mine, and left to it. */
export const isBehindMine = (place: Place) => place === 'promises' || place === 'knowledge';

export type Notice =
  | { kind: 'inserted' }
  /** The console would have sent each line by itself. */
  | { kind: 'inserted-joined' }
  /** The team's policy keeps what breaks a grave rule out of the composer. */
  | { kind: 'held-back'; text: string }
  | { kind: 'copied' }
  | { kind: 'copy-refused' }
  | { kind: 'file-unreadable' }
  | { kind: 'saved' }
  /** Everything that was removed while the notice stood. */
  | { kind: 'removed'; count: number; undo: () => Promise<void> }
  /** Nothing to undo where the article had it before. */
  | { kind: 'alias-added'; title: string; undo: (() => Promise<void>) | null }
  | { kind: 'alias-refused'; reason: AliasRefusal }
  | { kind: 'synonyms-added'; count: number }
  /** For what is fetched when it is needed, with its texts. */
  | { kind: 'said'; text: string; undo: (() => Promise<void>) | null }
  | { kind: 'slots-open'; slots: string[] }
  /** What its author has to mend before it can go out. */
  | { kind: 'script-broken'; problem: TemplateProblem }
  | { kind: 'just-changed' }
  | { kind: 'look-first' }
  | { kind: 'no-such-card' }
  | {
      kind: 'refused';
      reason: InsertionRefusal | 'console-gone';
      /** How many messages the reply would be. */
      lines?: number;
      offers?: readonly NoticeOffer[];
    }
  | { kind: 'not-stored'; reason: 'full' | 'unavailable' };

/** What a person can do about it, on the notice itself. */
export interface NoticeOffer {
  kind: 'copy' | 'join' | 'split';
  act: () => void;
}

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
  /** Promises that are due or overdue, as far as is known. */
  pressingPromises: number;
  /** The contact to look at among mine. */
  shownContactId: string | null;
  /** The contact whose wrap-up form is open. */
  wrapUpContactId: string | null;
  /** By contact: a look at another place costs nothing that was typed. */
  wrapUpDrafts: Readonly<Record<string, WrapUpDraft | null>>;
  /** The card whose slots are being asked for. */
  slotFormArticleId: string | null;
  typedSlots: TypedSlotsByContact;
  notice: (Notice & { id: number }) | null;
  isHelpOpen: boolean;
  go(place: Place): void;
  setQuery(query: string): void;
  browse(isBrowsing: boolean): void;
  compose(isComposing: boolean): void;
  /** Back to the cards. */
  closeSearch(): void;
  /** Among mine. */
  showContact(contactId: string): void;
  openWrapUp(contactId: string | null): void;
  /** @param draft null once it is stored */
  keepWrapUp(contactId: string, draft: WrapUpDraft | null): void;
  askForSlots(articleId: string | null): void;
  typeSlots(contact: string, values: SlotValues): void;
  editSlots(contact: string, articleId: string, values: SlotValues): void;
  settleSlots(contact: string, articleId: string): void;
  /** Another chat is on screen: what was searched and asked for the one before is gone. */
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
  pressingPromises: 0,
  shownContactId: null,
  wrapUpContactId: null,
  wrapUpDrafts: {},
  slotFormArticleId: null,
  typedSlots: {},
  notice: null,
  isHelpOpen: false,
  go: (place) => set({ place, shownContactId: null, ...NO_SEARCH }),
  showContact: (shownContactId) => set({ shownContactId, place: 'mine', ...NO_SEARCH }),
  setQuery: (query) => set({ query }),
  browse: (isBrowsing) => set({ isBrowsing }),
  compose: (isComposing) => set({ isComposing }),
  closeSearch: () => set(NO_SEARCH),
  openWrapUp: (wrapUpContactId) => set({ wrapUpContactId, place: 'wrap-up', ...NO_SEARCH }),
  keepWrapUp: (contactId, draft) =>
    set(({ wrapUpDrafts }) => ({ wrapUpDrafts: { ...wrapUpDrafts, [contactId]: draft } })),
  askForSlots: (slotFormArticleId) => set({ slotFormArticleId }),
  typeSlots: (contact, values) =>
    set(({ typedSlots }) => ({
      typedSlots: changeTypedSlots(typedSlots, contact, (typed) => typeSlots(typed, values)),
    })),
  editSlots: (contact, articleId, values) =>
    set(({ typedSlots }) => ({
      typedSlots: changeTypedSlots(typedSlots, contact, (typed) => editSlots(typed, articleId, values)),
    })),
  settleSlots: (contact, articleId) =>
    set(({ typedSlots }) => ({
      typedSlots: changeTypedSlots(typedSlots, contact, (typed) => settleEdits(typed, articleId)),
    })),
  forgetConversation: () => set({ slotFormArticleId: null, ...NO_SEARCH }),
  notify: (notice) => set({ notice: { ...notice, id: (lastNoticeId += 1) } }),
  dismissNotice: () => set({ notice: null }),
  toggleHelp: (isHelpOpen) => set({ isHelpOpen }),
}));
