import { describe, expect, test } from 'vitest';
import { consoleReadingSchema, insertionRequestSchema } from '../../knowledge/contracts/index.ts';
import { MAX_MESSAGES, MAX_MESSAGE_LENGTH } from '../../knowledge/conversation/index.ts';
import { customerSays, makeConversation, makeReading } from '../support/make-conversation.ts';

const accepts = (value: unknown) => consoleReadingSchema.safeParse(value).success;

describe('a reading from a console', () => {
  test('is taken as the content script makes it', () => {
    const reading = makeReading();
    expect(consoleReadingSchema.parse(reading)).toEqual(reading);
    expect(accepts(makeReading(null))).toBe(true);
    const { customerName: _unknown, ...anonymous } = makeConversation();
    expect(accepts(makeReading(anonymous))).toBe(true);
  });

  test('is taken at its largest and refused beyond', () => {
    const messages = (count: number, length: number) =>
      makeReading(
        makeConversation(
          Array.from({ length: count }, (_, at) => customerSays(`m${at}`, 'x'.repeat(length))),
        ),
      );
    expect(accepts(messages(MAX_MESSAGES, MAX_MESSAGE_LENGTH))).toBe(true);
    expect(accepts(messages(MAX_MESSAGES + 1, 1))).toBe(false);
    expect(accepts(messages(1, MAX_MESSAGE_LENGTH + 1))).toBe(false);
  });

  const HOSTILE: Record<string, unknown> = {
    nothing: undefined,
    null: null,
    'a string': 'conversation',
    'a list': [makeReading()],
    'an empty object': {},
    'a role that does not exist': makeReading(
      makeConversation([{ ...customerSays('m1'), role: 'admin' as never }]),
    ),
    'a message without an id': makeReading(makeConversation([customerSays('')])),
    'an endless id': makeReading(makeConversation([customerSays('x'.repeat(301))])),
    'an endless conversation id': makeReading(makeConversation([], { id: 'x'.repeat(301) })),
    'an endless customer name': makeReading(makeConversation([], { customerName: 'x'.repeat(81) })),
    'a time before time': makeReading(makeConversation([customerSays('m1', 'a', -1)])),
    'a time that is no number': makeReading(makeConversation([customerSays('m1', 'a', Number.NaN)])),
    'a text that is an object': makeReading(
      makeConversation([{ ...customerSays('m1'), text: { toString: 'x' } as never }]),
    ),
    'messages that only look like a list': {
      ...makeReading(),
      conversation: { ...makeConversation(), messages: { length: 1, 0: customerSays('m1') } },
    },
    'a state of health we do not know': { ...makeReading(), health: { state: 'great', problems: [] } },
    'a problem we do not know': { ...makeReading(), health: { state: 'ok', problems: ['<b>'] } },
  };

  test.each(Object.entries(HOSTILE))('is refused when it is %s', (_what, value) => {
    expect(accepts(value)).toBe(false);
  });

  test('loses what is not part of it, prototype keys included', () => {
    const text = JSON.stringify(makeReading()).replace(
      '"customerName"',
      '"__proto__":{"polluted":true},"constructor":{"prototype":1},"extra":"x","customerName"',
    );
    const parsed = consoleReadingSchema.parse(JSON.parse(text));
    expect(Object.keys(parsed.conversation ?? {}).toSorted()).toEqual([
      'consoleId',
      'customerName',
      'id',
      'messages',
    ]);
    expect(Object.getPrototypeOf(parsed.conversation)).toBe(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

const REQUEST = {
  position: 1,
  requestId: 'r1',
  pressedAt: 1_000,
  seen: { conversationId: 'chat', lastCustomerMessageId: 'm1' },
};

describe('a wish to insert', () => {
  test.each([1, 2, 3])('names card %d', (position) => {
    expect(insertionRequestSchema.parse({ ...REQUEST, position })).toEqual({ ...REQUEST, position });
  });

  test.each([
    { ...REQUEST, position: 0 },
    { ...REQUEST, position: 4 },
    { ...REQUEST, position: 1.5 },
    { ...REQUEST, position: '1' },
    { ...REQUEST, requestId: '' },
    { ...REQUEST, requestId: 'x'.repeat(61) },
    { ...REQUEST, pressedAt: -1 },
    { ...REQUEST, seen: undefined },
    { ...REQUEST, seen: { conversationId: '', lastCustomerMessageId: null } },
    { position: 1 },
    null,
  ])('is refused as %j', (value) => {
    expect(insertionRequestSchema.safeParse(value).success).toBe(false);
  });
});
