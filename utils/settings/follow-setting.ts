/**
 * Settings as the console's page follows them. Without the library behind `settings.ts`, which would be a fifth of
 * the script that every granted page loads; both read the same rows of `storage.local`.
 */
import { browser } from 'wxt/browser';
import { quietly } from '../errors/quietly.ts';
import { reportError } from '../errors/report-error.ts';

export interface SettingDefinition<TValue> {
  /** Its name in `storage.local`. */
  key: string;
  /** Until somebody chooses. */
  fallback: TValue;
}

export interface PickerSetting {
  triggers: string[];
  offSites: string[];
}

export const INSERTION_KEYS: SettingDefinition<string[]> = {
  key: 'insertionKeys',
  fallback: ['Alt+1', 'Alt+2', 'Alt+3'],
};
export const SWITCHED_OFF_ADAPTERS: SettingDefinition<string[]> = {
  key: 'switchedOffAdapters',
  fallback: [],
};
export const ADAPTERS_CHANGED_AT: SettingDefinition<number> = { key: 'adaptersChangedAt', fallback: 0 };
export const PICKER: SettingDefinition<PickerSetting> = {
  key: 'picker',
  fallback: { triggers: ['//', '、、'], offSites: [] },
};

interface Follower<TValue> {
  signal: AbortSignal;
  onValue: (value: TValue) => void;
}

/** Calls back with the value now, and with every later one until the signal. */
export function followSetting<TValue>(setting: SettingDefinition<TValue>, follower: Follower<TValue>): void {
  watchSetting(setting, follower);
  browser.storage.local.get(setting.key).then(
    (found) => {
      if (!follower.signal.aborted) follower.onValue(readValue(setting, found[setting.key]));
    },
    (error: unknown) => reportError('console/setting', error),
  );
}

/** Calls back with every later value until the signal. */
export function watchSetting<TValue>(
  setting: SettingDefinition<TValue>,
  { signal, onValue }: Follower<TValue>,
): void {
  const { onChanged } = browser.storage.local;
  const look = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[setting.key];
    if (change) onValue(readValue(setting, change.newValue));
  };
  onChanged.addListener(look);
  signal.addEventListener(
    'abort',
    quietly(() => onChanged.removeListener(look)),
  );
}

/** Only our own pages write there, by the same definition. */
function readValue<TValue>({ fallback }: SettingDefinition<TValue>, stored: unknown): TValue {
  return (stored ?? fallback) as TValue;
}
