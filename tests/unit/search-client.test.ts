/** The panel's way to the search worker: whatever becomes of that, a question has an answer or a clear end. */
import { expose, type Endpoint } from 'comlink';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { connectSearch, type SearchService } from '../../components/state/search-client.ts';
import { makeAnswer, makeHit } from '../support/fake-search.ts';
import { installFakeSharedWorkers, type Ending } from '../support/fake-shared-workers.ts';

/** As in the product, but nobody waits for seconds. */
const TRIES = [
  { pauseMs: 0, waitMs: 60 },
  { pauseMs: 5, waitMs: 60 },
  { pauseMs: 5, waitMs: 60 },
];
const PATIENT = [{ pauseMs: 0, waitMs: 5_000 }, ...TRIES.slice(1)];

const NEVER = new Promise<never>(() => {});
const answerTo = (question: string) => makeAnswer(makeHit(question));

/** @param answer for the n-th worker that was started, counted from 1 */
function makeService(
  worker: number,
  answer: (question: string, worker: number) => Promise<ReturnType<typeof makeAnswer>>,
): SearchService {
  return {
    search: (query) => answer(query, worker),
    suggest: async ({ message }) => {
      const { hits } = await answer(message, worker);
      return { isAsked: true, hits: hits.map((hit) => Object.assign({}, hit, { ask: message })) };
    },
  };
}

function installWorkers(answer: Parameters<typeof makeService>[1]) {
  let workers = 0;
  const asked: string[] = [];
  const fake = installFakeSharedWorkers(() => {
    workers += 1;
    const service = makeService(workers, (question, worker) => {
      asked.push(question);
      return answer(question, worker);
    });
    return (port: Endpoint) => expose(service, port);
  });
  return { fake, asked };
}

describe('while the worker lives', () => {
  test('what it says is the answer, to typed words and to a customer’s', async () => {
    const { fake, asked } = installWorkers((question) => Promise.resolve(answerTo(question)));
    const { search, suggest } = connectSearch(PATIENT);
    expect(await search('退款', 5)).toEqual(answerTo('退款'));
    expect((await suggest({ message: '换货', earlier: [] })).hits.map(({ ask }) => ask)).toEqual(['换货']);
    expect([fake.connections, asked]).toEqual([1, ['退款', '换货']]);
  });

  test('it is started with the panel, before the first question', () => {
    const { fake } = installWorkers((question) => Promise.resolve(answerTo(question)));
    connectSearch(PATIENT);
    expect(fake.started).toEqual(['deskmate-search']);
  });

  test('two windows are served by the same one', async () => {
    const { fake } = installWorkers((question, worker) => Promise.resolve(answerTo(`${question} ${worker}`)));
    const windows = [connectSearch(PATIENT), connectSearch(PATIENT)];
    const answers = await Promise.all(windows.map(({ search }) => search('退款', 5)));
    expect(answers).toEqual([answerTo('退款 1'), answerTo('退款 1')]);
    expect(fake.started).toHaveLength(1);
  });

  test('what fails there fails here, at once, and is not asked again', async () => {
    const { asked } = installWorkers(() => Promise.reject(new Error('the database is gone')));
    await expect(connectSearch(PATIENT).search('退款', 5)).rejects.toThrow('the database is gone');
    expect(asked).toEqual(['退款']);
  });

  test('one that takes longer is asked again, and is the same one', async () => {
    const slow = Promise.withResolvers<void>();
    const { fake } = installWorkers(async (question) => {
      await slow.promise;
      return answerTo(question);
    });
    const answer = connectSearch(TRIES).search('退款', 5);
    await vi.waitFor(() => expect(fake.connections).toBe(2));
    slow.resolve();
    expect(await answer).toEqual(answerTo('退款'));
    expect(fake.started).toHaveLength(1);
  });
});

describe('when the worker is killed', () => {
  test.each<[Ending, typeof TRIES]>([
    // Told is faster than any patience.
    ['told', PATIENT],
    ['silent', TRIES],
  ])('in the middle of a question: another answers (%s)', async (ending, tries) => {
    const { fake, asked } = installWorkers((question, worker) =>
      worker === 1 ? NEVER : Promise.resolve(answerTo(question)),
    );
    const { search } = connectSearch(tries);
    const answer = search('退款', 5);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    fake.endAll(ending);
    expect(await answer).toEqual(answerTo('退款'));
    expect(asked).toEqual(['退款', '退款']);
    expect(fake.started).toEqual(['deskmate-search', 'deskmate-search']);
  });

  test('with several questions under way: one other answers each of them', async () => {
    const { fake, asked } = installWorkers((question, worker) =>
      worker === 1 ? NEVER : Promise.resolve(answerTo(question)),
    );
    const { search } = connectSearch(PATIENT);
    const questions = ['退', '退款', '退款多久'];
    const answers = Promise.all(questions.map((question) => search(question, 5)));
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    fake.endAll();
    expect(await answers).toEqual(questions.map(answerTo));
    expect([fake.started.length, fake.connections]).toEqual([2, 2]);
  });

  test('with two windows open: both go on, and share the other one', async () => {
    const { fake, asked } = installWorkers((question, worker) =>
      worker === 1 ? NEVER : Promise.resolve(answerTo(`${question} ${worker}`)),
    );
    const answers = Promise.all(
      [connectSearch(PATIENT), connectSearch(PATIENT)].map(({ search }) => search('退款', 5)),
    );
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    fake.endAll();
    expect(await answers).toEqual([answerTo('退款 2'), answerTo('退款 2')]);
  });

  test.each<[Ending, typeof TRIES]>([
    ['told', PATIENT],
    ['silent', TRIES],
  ])('while nobody asks: the next question is answered (%s)', async (ending, tries) => {
    const { fake } = installWorkers((question) => Promise.resolve(answerTo(question)));
    const { search } = connectSearch(tries);
    await search('退款', 5);
    fake.endAll(ending);
    expect(await search('换货', 5)).toEqual(answerTo('换货'));
    expect(fake.started).toHaveLength(2);
  });

  test('every time: the question ends with a failure, and the next is answered', async () => {
    let isDeadly = true;
    const { fake, asked } = installWorkers((question) => {
      if (!isDeadly) return Promise.resolve(answerTo(question));
      setTimeout(() => fake.endAll(), 0);
      return NEVER;
    });
    const { search } = connectSearch(PATIENT);
    await expect(search('退款', 5)).rejects.toThrow('did not answer');
    expect(asked).toHaveLength(PATIENT.length);
    isDeadly = false;
    expect(await search('换货', 5)).toEqual(answerTo('换货'));
  });
});

describe('when the worker cannot', () => {
  test('be started, nobody waits for it', async () => {
    installFakeSharedWorkers(() => null);
    const asked = performance.now();
    await expect(connectSearch(PATIENT).search('退款', 5)).rejects.toThrow('did not answer');
    expect(performance.now() - asked).toBeLessThan(1_000);
  });

  test('answer at all, the question ends when patience does', async () => {
    const { fake } = installWorkers(() => NEVER);
    await expect(connectSearch(TRIES).search('退款', 5)).rejects.toThrow('did not answer');
    expect(fake.started).toHaveLength(1);
  });

  test('be shared, the page has one of its own, and keeps it', async () => {
    let started = 0;
    const answer = (question: string) => (question === '慢' ? NEVER : Promise.resolve(answerTo(question)));
    // Called with `new`, which takes what is returned.
    vi.stubGlobal('Worker', function startOwnWorker() {
      started += 1;
      const { port1, port2 } = new MessageChannel();
      expose(makeService(1, answer), port2);
      onTestFinished(() => port1.close());
      return port1;
    });
    onTestFinished(() => void vi.unstubAllGlobals());
    const { search } = connectSearch(TRIES);
    await expect(search('慢', 5)).rejects.toThrow('did not answer');
    expect(await search('退款', 5)).toEqual(answerTo('退款'));
    expect(started).toBe(1);
  });
});
