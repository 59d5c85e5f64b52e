import { useCallback, useEffect, useState } from 'react';

interface SettingItem<TValue> {
  fallback: TValue;
  getValue(): Promise<TValue>;
  setValue(value: TValue): Promise<void>;
  watch(listener: (value: TValue) => void): () => void;
}

/** What was read before the first drawing, so that the first drawing is already the right one. */
const preloaded = new WeakMap<object, unknown>();

export async function preloadSettings(items: readonly { getValue(): Promise<unknown> }[]): Promise<void> {
  await Promise.all(items.map(async (item) => preloaded.set(item, await item.getValue())));
}

/** A stored setting, live in every open page. Null until it has been read once. */
export function useSetting<TValue>(item: SettingItem<TValue>): [TValue | null, (value: TValue) => void] {
  const [value, setValue] = useState<TValue | null>(
    () => (preloaded.get(item) as TValue | undefined) ?? null,
  );
  useEffect(() => {
    let isCurrent = true;
    void item.getValue().then((stored) => isCurrent && setValue(stored));
    const unwatch = item.watch((changed) => setValue(changed));
    return () => {
      isCurrent = false;
      unwatch();
    };
  }, [item]);
  const store = useCallback(
    (changed: TValue) => {
      // At once, not when storage answers: a typing field must never be set back to what it was.
      setValue(changed);
      void item.setValue(changed);
    },
    [item],
  );
  return [value, store];
}
