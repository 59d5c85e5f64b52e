import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Site access as the browser keeps it; the test's fake browser has none of its own. */
export function installFakePermissions(granted: string[] = []): { origins(): string[] } {
  let origins = [...granted];
  const listeners = new Set<() => void>();
  const event = {
    addListener: (listener: () => void) => listeners.add(listener),
    removeListener: (listener: () => void) => listeners.delete(listener),
  };
  const change = async (next: string[]) => {
    origins = next;
    listeners.forEach((listener) => listener());
    return true;
  };
  Object.assign(fakeBrowser.permissions, {
    getAll: async () => ({ origins }),
    contains: async (wanted: { origins: string[] }) => wanted.origins.every((one) => origins.includes(one)),
    request: (wanted: { origins: string[] }) => change([...origins, ...wanted.origins]),
    remove: (unwanted: { origins: string[] }) =>
      change(origins.filter((one) => !unwanted.origins.includes(one))),
    onAdded: event,
    onRemoved: event,
  });
  return { origins: () => origins };
}
