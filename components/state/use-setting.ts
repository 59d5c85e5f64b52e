import { useCallback, useEffect, useState } from 'react';

interface SettingItem<TValue> {
  fallback: TValue;
  getValue(): Promise<TValue>;
  setValue(value: TValue): Promise<void>;
  watch(listener: (value: TValue) => void): () => void;
}

/** A stored setting, live in every open page. Null until it has been read once. */
export function useSetting<TValue>(item: SettingItem<TValue>): [TValue | null, (value: TValue) => void] {
  const [value, setValue] = useState<TValue | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void item.getValue().then((stored) => isCurrent && setValue(stored));
    const unwatch = item.watch((changed) => setValue(changed));
    return () => {
      isCurrent = false;
      unwatch();
    };
  }, [item]);
  const store = useCallback((changed: TValue) => void item.setValue(changed), [item]);
  return [value, store];
}
