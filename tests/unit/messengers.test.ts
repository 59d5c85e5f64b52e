import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createMessenger } from '../../utils/messaging/messengers.ts';

interface TestProtocol {
  greet(name: string): string;
  wait(): void;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Answer = (message: { data: unknown }, respond: (answer: unknown) => void) => void;

/** The other side of the pipe: answers each attempt with the next of these. @returns the attempts so far */
function answerWith(...answers: Answer[]): { data: unknown }[] {
  const attempts: { data: unknown }[] = [];
  fakeBrowser.runtime.onMessage.addListener((message: { data: unknown }, _sender, respond) => {
    attempts.push(message);
    answers[attempts.length - 1]?.(message, respond);
    return true;
  });
  return attempts;
}

const says =
  (res: unknown): Answer =>
  (_message, respond) =>
    respond({ res });
/** A worker that was killed after it took the message. */
const silence: Answer = () => {};
/** A page whose script is not there yet. */
const nobody: Answer = (_message, respond) => respond(undefined);
const fails: Answer = (_message, respond) => respond({ err: { name: 'Error', message: 'broken' } });

/** Lets time pass until the promise is settled. @returns what came of it and how long it took */
async function settle(promise: Promise<unknown>) {
  const outcome = { state: 'pending', value: undefined as unknown, afterMs: 0 };
  promise.then(
    (value) => Object.assign(outcome, { state: 'answered', value }),
    () => Object.assign(outcome, { state: 'failed' }),
  );
  while (outcome.state === 'pending' && outcome.afterMs < 60_000) {
    await vi.advanceTimersByTimeAsync(20);
    outcome.afterMs += 20;
  }
  return outcome;
}

describe('sending to the background', () => {
  test('gives back what the listener answers', async () => {
    const { listen, send } = createMessenger<TestProtocol>();
    listen('greet', ({ data }) => `您好，${data}`);
    expect(await settle(send('greet', '王女士'))).toMatchObject({ state: 'answered', value: '您好，王女士' });
  });

  test('is done after one answer', async () => {
    const attempts = answerWith(says('hello'));
    await settle(createMessenger<TestProtocol>().send('greet', 'a'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(attempts).toHaveLength(1);
  });

  test.each([
    ['nobody is there yet', nobody],
    ['the listener fails', fails],
    ['the answer never comes', silence],
  ])('tries again when %s', async (_what, first) => {
    const attempts = answerWith(first, says('hello'));
    const outcome = await settle(createMessenger<TestProtocol>().send('greet', 'a'));
    expect(outcome).toMatchObject({ state: 'answered', value: 'hello' });
    expect(attempts.map(({ data }) => data)).toEqual(['a', 'a']);
  });

  test('tries three times in all, and then says that it failed', async () => {
    const attempts = answerWith(nobody, nobody, nobody, says('too late'));
    const outcome = await settle(createMessenger<TestProtocol>().send('greet', 'a'));
    expect(outcome.state).toBe('failed');
    expect(outcome.afterMs).toBeLessThan(1_000);
    expect(attempts).toHaveLength(3);
  });

  test('never waits for ever', async () => {
    const attempts = answerWith(silence, silence, silence);
    const outcome = await settle(createMessenger<TestProtocol>().send('greet', 'a'));
    expect(outcome.state).toBe('failed');
    expect(outcome.afterMs).toBeLessThan(15_000);
    expect(attempts).toHaveLength(3);
  });

  test('fails where there is no listener at all', async () => {
    expect((await settle(createMessenger<TestProtocol>().send('wait', undefined))).state).toBe('failed');
  });
});

describe('sending to a console', () => {
  test('goes to the top frame of that tab and nowhere else', async () => {
    const sent: unknown[] = [];
    const sending = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(((
      tabId: number,
      { type, data }: { type: string; data: unknown },
      to: object,
      done: (answer: unknown) => void,
    ) => {
      sent.push([tabId, to, type, data]);
      done({ res: 'inserted' });
    }) as never);
    const background = answerWith(says('wrong side'));
    const outcome = await settle(createMessenger<TestProtocol>().send('greet', 'a', 7));
    expect(outcome.value).toBe('inserted');
    expect(sent).toEqual([[7, { frameId: 0 }, 'greet', 'a']]);
    expect(background).toEqual([]);
    sending.mockRestore();
  });
});

test('listening can be ended', async () => {
  const { listen, send } = createMessenger<TestProtocol>();
  const stop = listen('greet', () => 'hello');
  stop();
  expect((await settle(send('greet', 'a'))).state).toBe('failed');
});
