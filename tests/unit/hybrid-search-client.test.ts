/** The panel's search with a model: only where one was picked, only for plain words, never for cards. */
import { expect, test } from 'vitest';
import { followModel } from '../../components/state/hybrid-search.ts';
import type { SearchService } from '../../components/state/search-service.ts';
import { makeAnswer, makeFakeSearch, makeHit } from '../support/fake-search.ts';

const QUESTION = '换个资费';
const BY_WORDS = makeAnswer(makeHit('words'));
const WITH_MODEL = makeAnswer(makeHit('meaning'));

function makeChoice(isPicked: boolean) {
  const listeners = new Set<(hasModel: boolean) => void>();
  return {
    getValue: () => Promise.resolve(isPicked),
    watch: (listener: (hasModel: boolean) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (hasModel: boolean) => {
      for (const listener of listeners) listener(hasModel);
    },
  };
}

async function start(isPicked: boolean, open?: () => Promise<SearchService['search']>) {
  const words = makeFakeSearch({ [QUESTION]: BY_WORDS, [`"${QUESTION}"`]: BY_WORDS });
  const choice = makeChoice(isPicked);
  let opened = 0;
  const service = followModel(words.search, {
    choice,
    open: (searchWords) => {
      opened += 1;
      if (open) return open();
      return Promise.resolve(async (query, limit) => {
        await searchWords(query, limit);
        return WITH_MODEL;
      });
    },
  });
  await settle();
  return { service, choice, asked: words.asked, countOpened: () => opened };
}

const settle = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

test('without a model nothing is opened and words answer', async () => {
  const { service, countOpened } = await start(false);
  expect(await service.search(QUESTION, 5)).toEqual(BY_WORDS);
  expect(countOpened()).toBe(0);
});

test('with a model words and model answer together', async () => {
  const { service, asked } = await start(true);
  expect(await service.search(QUESTION, 5)).toEqual(WITH_MODEL);
  expect(asked).toEqual([QUESTION]);
});

test('from the moment a model is picked until it is removed, opened once', async () => {
  const { service, choice, countOpened } = await start(false);
  for (const hasModel of [true, false, true]) {
    choice.change(hasModel);
    await settle();
    expect(await service.search(QUESTION, 5)).toEqual(hasModel ? WITH_MODEL : BY_WORDS);
  }
  expect(countOpened()).toBe(1);
});

test.each([`"${QUESTION}"`, 'tag:退款', `line:通信 ${QUESTION}`, 'tag:'])(
  'what %s may find is for words alone to say',
  async (query) => {
    const { service, asked } = await start(true);
    expect(await service.search(query, 5)).not.toEqual(WITH_MODEL);
    expect(asked).toEqual([query]);
  },
);

test('cards for a customer’s words never see the model', async () => {
  const { service } = await start(true);
  const { hits } = await service.suggest({ message: QUESTION, earlier: [] });
  expect(hits.map(({ articleId }) => articleId)).toEqual(['words']);
});

test('a model that cannot be opened leaves the words', async () => {
  const { service } = await start(true, () => Promise.reject(new Error('no chunk')));
  expect(await service.search(QUESTION, 5)).toEqual(BY_WORDS);
});
