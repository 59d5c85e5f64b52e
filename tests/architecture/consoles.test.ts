/** Every console we claim to read is kept as saved pages with what a right reader returns. */
import { describe, expect, test } from 'vitest';
import { BUNDLED_ADAPTERS as ADAPTERS } from '../../knowledge/adapters/index.ts';
import { exists, listFiles, listFolders, readJson } from './support/repository.ts';

const PAGES = 'tests/consoles/pages';

describe('adapters', () => {
  test.each(ADAPTERS)('$id has two saved pages, each with what should be read from it', ({ id }) => {
    const pages = listFiles(`${PAGES}/${id}`, /\.html$/);
    expect(pages.length, `save two pages of this console into ${PAGES}/${id}`).toBeGreaterThanOrEqual(2);
    for (const page of pages) {
      const expected = page.replace(/\.html$/, '.json');
      expect(exists(expected), `write ${expected}: conversationId, customerName, messages`).toBe(true);
      expect(readJson(expected), `${expected} must say who said what`).toMatchObject({
        conversationId: expect.any(String),
        messages: expect.arrayContaining([{ role: expect.any(String), text: expect.any(String) }]),
      });
    }
  });

  test('are all in the list that is searched', () => {
    const files = listFiles('knowledge/adapters/bundled', /\.json$/);
    const ids = files.map((path) => path.replace(/^.*\/|\.json$/g, '')).toSorted();
    expect(
      ADAPTERS.map(({ id }) => id).toSorted(),
      'name the file after the adapter’s id and add it to BUNDLED_ADAPTERS',
    ).toEqual(ids);
  });

  test('leave no saved pages behind when they go', () => {
    const known = new Set(ADAPTERS.map(({ id }) => id));
    const strangers = listFolders(PAGES).filter((id) => !known.has(id));
    expect(strangers, `remove these folders from ${PAGES}, or bring their adapter back`).toEqual([]);
  });
});
