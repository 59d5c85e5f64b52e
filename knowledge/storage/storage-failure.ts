/** The ways storage fails that a person can do something about. Everything else is a bug and throws on. */
export const STORAGE_FAILURES = ['full', 'newer-version', 'blocked', 'unavailable'] as const;
export type StorageFailure = (typeof STORAGE_FAILURES)[number];

/** Thrown by the stores; `reason` picks the words the panel shows. */
export class StorageError extends Error {
  readonly reason: StorageFailure;

  constructor(reason: StorageFailure, options?: ErrorOptions) {
    super(`storage ${reason}`, options);
    this.name = 'StorageError';
    this.reason = reason;
  }
}

const UNAVAILABLE = new Set([
  'OpenFailedError',
  'UnknownError',
  'DatabaseClosedError',
  'MissingAPIError',
  'InvalidStateError',
  'SecurityError',
]);

/** Quota arrives as an AbortError whose `inner` is a QuotaExceededError (measured in Chromium). */
export function classifyStorageError(error: unknown): StorageFailure | null {
  if (error instanceof StorageError) return error.reason;
  for (const name of listErrorNames(error)) {
    if (name === 'QuotaExceededError') return 'full';
    if (name === 'VersionError') return 'newer-version';
    if (UNAVAILABLE.has(name)) return 'unavailable';
  }
  return null;
}

function listErrorNames(error: unknown): string[] {
  const names: string[] = [];
  for (let current = error, depth = 0; current instanceof Error && depth < 5; depth += 1) {
    names.push(current.name);
    // Dexie keeps what went wrong in `inner`, or in `failures` when one of many writes did.
    const { inner, failures } = current as Error & { inner?: unknown; failures?: unknown[] };
    current = inner ?? failures?.[0] ?? current.cause;
  }
  // The innermost cause is the telling one.
  return names.toReversed();
}

/** Runs a storage operation; failures a person can act on become {@link StorageError}. */
export async function guardStorage<TValue>(operation: () => PromiseLike<TValue>): Promise<TValue> {
  try {
    return await operation();
  } catch (error) {
    const reason = classifyStorageError(error);
    throw reason ? new StorageError(reason, { cause: error }) : error;
  }
}
