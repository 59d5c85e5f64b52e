/** What the person has chosen. Versioned storage items in `storage.local`; nothing here is about customers. */
import { storage } from 'wxt/utils/storage';
import {
  ADAPTERS_CHANGED_AT,
  INSERTION_KEYS,
  PICKER,
  SWITCHED_OFF_ADAPTERS,
  type PickerSetting,
} from './follow-setting.ts';

export type LanguageChoice = 'auto' | 'zh-CN' | 'zh-TW' | 'en';
export type ColourScheme = 'auto' | 'light' | 'dark';

export const insertionKeys = storage.defineItem<string[]>(`local:${INSERTION_KEYS.key}`, {
  fallback: INSERTION_KEYS.fallback,
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

/** What becomes of a reply of several lines where the console sends each line by itself. */
export const linePolicy = storage.defineItem<'join' | 'ask'>('local:linePolicy', {
  fallback: 'join',
  version: 1,
});

/** Rules of the draft check that are quiet, by id. Muting one is nobody's fault: it leaves no record. */
export const mutedDraftRules = storage.defineItem<string[]>('local:mutedDraftRules', {
  fallback: [],
  version: 1,
});

/** Whether a script that breaks a grave rule is held back, or only says so on its card. */
export const draftPolicy = storage.defineItem<'advise' | 'block'>('local:draftPolicy', {
  fallback: 'advise',
  version: 1,
});

/** A team's own rules of the draft check: what `parseDraftRules` let through. */
export const ownDraftRules = storage.defineItem<unknown[]>('local:ownDraftRules', {
  fallback: [],
  version: 1,
});

/** Fills the slot 客服姓名; empty until given. */
export const agentName = storage.defineItem<string>('local:agentName', { fallback: '', version: 1 });

/** Fills the slot 团队名称; empty until given. */
export const teamName = storage.defineItem<string>('local:teamName', { fallback: '', version: 1 });

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

/** Consoles that shall not be read, by the id of their adapter. */
export const switchedOffAdapters = storage.defineItem<string[]>(`local:${SWITCHED_OFF_ADAPTERS.key}`, {
  fallback: SWITCHED_OFF_ADAPTERS.fallback,
  version: 1,
});

/** When the person's own adapters last changed: open consoles ask again then. Epoch milliseconds. */
export const adaptersChangedAt = storage.defineItem<number>(`local:${ADAPTERS_CHANGED_AT.key}`, {
  fallback: ADAPTERS_CHANGED_AT.fallback,
  version: 1,
});

/** What the agent may decide alone depends on it (knowledge/complaints/authority.ts). */
export const agentRole = storage.defineItem<'new-hire' | 'agent' | 'team-lead' | 'manager'>(
  'local:agentRole',
  { fallback: 'agent', version: 1 },
);

/** How complaints are walked through: the id of a playbook. */
export const playbookId = storage.defineItem<string>('local:playbookId', {
  fallback: 'nine-stages',
  version: 1,
});

/** Signal rules and prompts that shall be silent for good, by id. */
export const mutedComplaintRules = storage.defineItem<string[]>('local:mutedComplaintRules', {
  fallback: [],
  version: 1,
});

/** The team's own complaint rules as they were written, checked whenever they are read; null: those we bring. */
export const ownComplaintRules = storage.defineItem<string | null>('local:ownComplaintRules', {
  fallback: null,
  version: 1,
});

/** What opens the list of scripts in a console's composer. No trigger: it is off. Sites such as `https://example.com`. */
export const picker = storage.defineItem<PickerSetting>(`local:${PICKER.key}`, {
  fallback: PICKER.fallback,
  version: 1,
});
