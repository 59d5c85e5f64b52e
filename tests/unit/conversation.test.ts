import { describe, expect, test } from 'vitest';
import { findLastCustomerMessage, readOpenCustomerTurn } from '../../knowledge/conversation/index.ts';
import { agentSays, customerSays, makeConversation, makeMessage } from '../support/make-conversation.ts';

describe('the open customer turn', () => {
  test('is every customer message since our last word, oldest first', () => {
    const turn = readOpenCustomerTurn(
      makeConversation([
        customerSays('m1', '早'),
        agentSays('m2', '您好'),
        customerSays('m3', '在吗'),
        customerSays('m4', '退款没到'),
      ]),
    );
    expect(turn?.messages.map(({ id }) => id)).toEqual(['m3', 'm4']);
    expect(turn?.text).toBe('在吗\n退款没到');
  });

  test('is known by its newest message, so that it changes when the customer goes on', () => {
    const before = makeConversation([customerSays('m1')]);
    const after = makeConversation([customerSays('m1'), customerSays('m2')]);
    expect(readOpenCustomerTurn(before)?.id).toBe('m1');
    expect(readOpenCustomerTurn(after)?.id).toBe('m2');
  });

  test('is over once we answered', () => {
    expect(readOpenCustomerTurn(makeConversation([customerSays('m1'), agentSays('m2')]))).toBeNull();
  });

  test('is not answered by a bot, a notice or somebody we cannot place', () => {
    const others = [makeMessage('bot', 'm2'), makeMessage('system', 'm3'), makeMessage('unknown', 'm4')];
    const turn = readOpenCustomerTurn(makeConversation([customerSays('m1', '退款'), ...others]));
    expect(turn).toMatchObject({ id: 'm1', text: '退款' });
  });

  test('does not exist where no customer wrote', () => {
    expect(readOpenCustomerTurn(makeConversation([]))).toBeNull();
    expect(readOpenCustomerTurn(makeConversation([makeMessage('system', 'm1')]))).toBeNull();
  });

  test('leaves the conversation as it was', () => {
    const conversation = makeConversation([customerSays('m1'), customerSays('m2')]);
    const before = structuredClone(conversation);
    readOpenCustomerTurn(conversation);
    expect(conversation).toEqual(before);
  });
});

describe('the last customer message', () => {
  test('is found whoever spoke after it', () => {
    const conversation = makeConversation([customerSays('m1'), customerSays('m2'), agentSays('m3')]);
    expect(findLastCustomerMessage(conversation)?.id).toBe('m2');
    expect(findLastCustomerMessage(makeConversation([agentSays('m1')]))).toBeUndefined();
  });
});
