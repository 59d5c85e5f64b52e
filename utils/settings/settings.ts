/** What the person has chosen. Versioned storage items in `storage.local`; nothing here is about customers. */
import { storage } from 'wxt/utils/storage';

export type LanguageChoice = 'auto' | 'zh-CN' | 'zh-TW' | 'en';
export type ColourScheme = 'auto' | 'light' | 'dark';

export const insertionKeys = storage.defineItem<string[]>('local:insertionKeys', {
  fallback: ['Alt+1', 'Alt+2', 'Alt+3'],
  version: 1,
});

export const language = storage.defineItem<LanguageChoice>('local:language', {
  fallback: 'auto',
  version: 1,
});

export const colourScheme = storage.defineItem<ColourScheme>('local:colourScheme', {
  fallback: 'auto',
  version: 1,
});

/** How replies should sound. */
export const replyTone = storage.defineItem<'formal' | 'warm'>('local:replyTone', {
  fallback: 'warm',
  version: 1,
});

/** Fills the slot 客服姓名; empty until given. */
export const agentName = storage.defineItem<string>('local:agentName', { fallback: '', version: 1 });

/** Minutes without a word after which a contact ends. */
export const idleMinutes = storage.defineItem<number>('local:idleMinutes', { fallback: 10, version: 1 });

export const isWelcomed = storage.defineItem<boolean>('local:isWelcomed', { fallback: false, version: 1 });

/** Origins the person said "not here" to; the panel does not ask again. */
export const declinedSites = storage.defineItem<string[]>('local:declinedSites', {
  fallback: [],
  version: 1,
});

/** An embedding model was picked; without one its worker is never started. */
export const hasModel = storage.defineItem<boolean>('local:hasModel', { fallback: false, version: 1 });
