import { expect, test, vi } from 'vitest';
import { newToken } from '../../utils/messaging/new-token.ts';

test('tokens are made where the page has no https, and no two are alike', () => {
  vi.spyOn(crypto, 'randomUUID').mockImplementation(() => {
    throw new TypeError('crypto.randomUUID is not a function');
  });
  const tokens = Array.from({ length: 1_000 }, newToken);
  expect(new Set(tokens)).toHaveProperty('size', 1_000);
  expect(tokens.every((token) => /^[\da-f]{32}$/.test(token))).toBe(true);
});
