import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { classifyStorageError, StorageError, STORAGE_FAILURES } from '../../knowledge/storage/index.ts';
import { guardStorage } from '../../knowledge/storage/storage-failure.ts';

const quota = () => new DOMException('no space', 'QuotaExceededError');
const within = (name: string, inner: unknown) => Object.assign(new Error('outer'), { name, inner });

describe('what a storage failure means to a person', () => {
  test.each<[string, unknown, ReturnType<typeof classifyStorageError>]>([
    ['the disk is full', quota(), 'full'],
    ['an aborted transaction whose cause is a full disk', within('AbortError', quota()), 'full'],
    ['Dexie’s own wording of it', new Dexie.QuotaExceededError('no space', quota()), 'full'],
    ['a cause two levels down', within('AbortError', within('UnknownError', quota())), 'full'],
    [
      'one of many writes hit the full disk',
      new Dexie.BulkError('1 of 3 failed', { 1: new Dexie.QuotaExceededError('no space', quota()) }),
      'full',
    ],
    [
      'one of many changes hit the full disk',
      new Dexie.ModifyError('1 of 3 failed', [new Dexie.QuotaExceededError('no space', quota())], 2, []),
      'full',
    ],
    ['the database is newer than we are', new DOMException('x', 'VersionError'), 'newer-version'],
    ['the browser cannot open it', new Dexie.OpenFailedError('x'), 'unavailable'],
    ['opening failed because it is full', new Dexie.OpenFailedError('x', quota()), 'full'],
    ['it was closed under us', new Dexie.DatabaseClosedError('x'), 'unavailable'],
    ['private browsing forbids it', new DOMException('x', 'SecurityError'), 'unavailable'],
    ['there is no IndexedDB', new Dexie.MissingAPIError('x'), 'unavailable'],
    ['it was classified before', new StorageError('blocked'), 'blocked'],
    ['a standard cause', new Error('outer', { cause: quota() }), 'full'],
    ['a bug of ours', new TypeError('x is not a function'), null],
    ['a key that is there already', new Dexie.ConstraintError('x'), null],
    ['an abort for another reason', new DOMException('x', 'AbortError'), null],
    ['no error at all', 'full', null],
    ['nothing', undefined, null],
  ])('%s', (_what, error, reason) => {
    expect(classifyStorageError(error)).toBe(reason);
  });

  test('errors that go round in circles come to an end', () => {
    const error = within('AbortError', null);
    error.inner = error;
    expect(classifyStorageError(error)).toBeNull();
  });
});

describe('guarding a storage operation', () => {
  test('hands on what it returns', async () => {
    expect(await guardStorage(() => Promise.resolve('value'))).toBe('value');
  });

  test('turns a failure a person can act on into a reason, and keeps its cause', async () => {
    const cause = quota();
    const failed = guardStorage(() => Promise.reject(cause));
    await expect(failed).rejects.toMatchObject({ name: 'StorageError', reason: 'full', cause });
  });

  test('lets a bug through as it is', async () => {
    const bug = new TypeError('bug');
    await expect(guardStorage(() => Promise.reject(bug))).rejects.toBe(bug);
    const thrown = guardStorage(() => {
      throw bug;
    });
    await expect(thrown).rejects.toBe(bug);
  });

  test('every reason is one the panel has words for', () => {
    expect([...STORAGE_FAILURES]).toEqual(['full', 'newer-version', 'blocked', 'unavailable']);
  });
});
