import { describe, expectTypeOf, test } from 'vitest';
import type {
  AdapterInUse,
  ConsoleReading,
  HealthProblem,
  InsertionExpectation,
  InsertionRefusal,
  InsertionRequest,
  InsertionResult,
  InsertReplyCommand,
  ObservedDraft,
  ReplaceInDraftCommand,
  RewriteRequest,
  PickerChoice,
  PickerContext,
  ReadingAnswer,
  ToBackground,
  ToConsole,
} from '../../knowledge/conversation/index.ts';
import type { ALLOWED_SENDERS } from '../../entrypoints/background/sender.ts';
import { createMessenger, type MessageSender } from '../../utils/messaging/messengers.ts';

describe('events to the background', () => {
  test('are these, and only a report and questions are answered', () => {
    expectTypeOf<ToBackground>().toEqualTypeOf<{
      adaptersFor(page: { url: string }): AdapterInUse[];
      unknownConsoleFocused(): AdapterInUse | null;
      conversationObserved(reading: ConsoleReading): ReadingAnswer;
      insertionRequested(request: InsertionRequest): void;
      draftObserved(draft: ObservedDraft): void;
      rewriteRequested(request: RewriteRequest): void;
      panelOpened(): void;
      promisesChanged(): void;
      teachingRequested(page: { tabId: number }): boolean;
      pickerTriggered(seen: InsertionExpectation): void;
      pickerOpened(frame: { token: string }): void;
      pickerJoined(frame: { token: string }): PickerContext | null;
      scriptPicked(choice: PickerChoice): InsertionResult | { ok: false; reason: 'console-gone' };
      pickerClosed(frame: { token: string }): void;
    }>();
  });

  test('each say who may send them', () => {
    expectTypeOf<keyof typeof ALLOWED_SENDERS>().toEqualTypeOf<keyof ToBackground>();
  });

  test('cannot be sent under another name or with other data', () => {
    const { send } = createMessenger<ToBackground>();
    // @ts-expect-error -- no such event
    void send('conversationClosed', undefined);
    // @ts-expect-error -- not what an insertion request carries
    void send('insertionRequested', { position: 'first', requestId: 'a' });
    expectTypeOf(send('panelOpened', undefined)).toEqualTypeOf<Promise<void>>();
  });

  test('come with a sender that is known, not any', () => {
    createMessenger<ToBackground>().listen('insertionRequested', ({ data, sender }) => {
      expectTypeOf(data).toEqualTypeOf<InsertionRequest>();
      expectTypeOf(sender).not.toBeAny();
      expectTypeOf(sender.tab).toEqualTypeOf<MessageSender['tab']>();
    });
  });
});

describe('commands to the console', () => {
  test('are these four', () => {
    expectTypeOf<keyof ToConsole>().toEqualTypeOf<
      'insertReply' | 'replaceInDraft' | 'reportConversation' | 'tryAdapter'
    >();
  });

  test('name what must still be true before text goes in', () => {
    expectTypeOf<InsertReplyCommand>().toHaveProperty('requestId').toEqualTypeOf<string>();
    expectTypeOf<InsertReplyCommand>().toHaveProperty('expected').toEqualTypeOf<InsertionExpectation>();
    expectTypeOf<InsertionExpectation>().toEqualTypeOf<{
      conversationId: string;
      lastCustomerMessageId: string | null;
    }>();
  });

  test('answer with the text that is there, or with a reason that has a name', () => {
    const { send } = createMessenger<ToConsole>();
    expectTypeOf<ReturnType<typeof send<'insertReply'>>>().toEqualTypeOf<Promise<InsertionResult>>();
    expectTypeOf<Extract<InsertionResult, { ok: false }>['reason']>().toEqualTypeOf<InsertionRefusal>();
    expectTypeOf<Extract<InsertionResult, { ok: true }>['text']>().toEqualTypeOf<string>();
    expectTypeOf<InsertionRefusal>().not.toEqualTypeOf<string>();
  });
});

describe('what a console reports', () => {
  test('is plain data, so that it survives the way', () => {
    expectTypeOf<ConsoleReading>().toEqualTypeOf<Jsonable<ConsoleReading>>();
    expectTypeOf<InsertReplyCommand>().toEqualTypeOf<Jsonable<InsertReplyCommand>>();
    expectTypeOf<ReplaceInDraftCommand>().toEqualTypeOf<Jsonable<ReplaceInDraftCommand>>();
    expectTypeOf<ObservedDraft>().toEqualTypeOf<Jsonable<ObservedDraft>>();
    expectTypeOf<InsertionResult>().toEqualTypeOf<Jsonable<InsertionResult>>();
  });

  test('names its problems', () => {
    expectTypeOf<ConsoleReading['health']['problems'][number]>().toEqualTypeOf<HealthProblem>();
    expectTypeOf<HealthProblem>().not.toEqualTypeOf<string>();
  });
});

/** What is left of a type after a trip through JSON. */
type Jsonable<TValue> = TValue extends string | number | boolean | null
  ? TValue
  : TValue extends (...args: never) => unknown
    ? never
    : TValue extends (infer TItem)[]
      ? Jsonable<TItem>[]
      : TValue extends Date | Map<unknown, unknown> | Set<unknown>
        ? never
        : { [TKey in keyof TValue]: Jsonable<TValue[TKey]> };
