/**
 * State that lives as long as the browser does, by tab. Commands go by message, state by storage: the panel
 * can open late and the background can be gone; both find what is true here.
 */
import { storage } from 'wxt/utils/storage';

export interface SessionItem<TValue> {
  read(tabId: number): Promise<TValue | null>;
  write(tabId: number, value: TValue): Promise<void>;
  remove(tabId: number): Promise<void>;
  /** @returns stop watching */
  watch(tabId: number, listener: (value: TValue | null) => void): () => void;
}

/** One value per tab, in `storage.session`, out of reach of content scripts. */
export function defineSessionItem<TValue>(name: string): SessionItem<TValue> {
  const keyOf = (tabId: number) => `session:${name}:${tabId}` as const;
  return {
    read: (tabId) => storage.getItem<TValue>(keyOf(tabId)),
    write: (tabId, value) => storage.setItem<TValue>(keyOf(tabId), value),
    remove: (tabId) => storage.removeItem(keyOf(tabId)),
    watch: (tabId, listener) => storage.watch<TValue>(keyOf(tabId), listener),
  };
}
