import { describe, expect, test } from 'vitest';
import { collectSlotValues } from '../../knowledge/suggestions/index.ts';
import { agentSays, customerSays, makeConversation, makeMessage } from '../support/make-conversation.ts';

const orderNumberIn = (...messages: Parameters<typeof makeConversation>[0] & object) =>
  collectSlotValues({ conversation: makeConversation(messages), agentName: '', teamName: '' })['订单号'];

describe('the order number', () => {
  test.each([
    ['订单号202611180042', '202611180042'],
    ['订单号：202611180042', '202611180042'],
    ['我的订单 202611180042 还没到', '202611180042'],
    ['订单编号是 AB20261118', 'AB20261118'],
    ['单号 202611180042', '202611180042'],
    ['快递单号 SF1234567890', undefined],
    ['工单号202611180042', undefined],
    ['快递单号 SF1234567890，订单号 202611180042', '202611180042'],
    ['order 20261118', '20261118'],
    ['Order #20261118', '20261118'],
    ['my order number is 20261118', '20261118'],
    ['order no. 20261118', '20261118'],
    ['order id: 20261118', '20261118'],
    ['订单 1234567', undefined],
    ['202611180042', undefined],
    ['in order to pay 20261118', undefined],
  ])('%s gives %s', (text, number) => {
    expect(orderNumberIn(customerSays('m1', text))).toBe(number);
  });

  test('is only what the customer wrote: ours may be somebody else’s', () => {
    const text = '您的订单号是202611180042';
    expect(orderNumberIn(agentSays('m1', text))).toBeUndefined();
    expect(orderNumberIn(makeMessage('bot', 'm1', text))).toBeUndefined();
    expect(orderNumberIn(makeMessage('system', 'm1', text))).toBeUndefined();
    expect(orderNumberIn(makeMessage('unknown', 'm1', text))).toBeUndefined();
  });

  test('is the newest one', () => {
    const older = customerSays('m1', '订单号111111111111');
    const newer = customerSays('m2', '不对，订单号222222222222');
    expect(orderNumberIn(older, newer, customerSays('m3', '查到了吗'))).toBe('222222222222');
  });
});

describe('names', () => {
  test('come from the console and from the settings, under the names they have in scripts', () => {
    const values = collectSlotValues({
      conversation: makeConversation([]),
      agentName: '小林',
      teamName: '售后组',
    });
    expect(values).toEqual({
      客户称呼: '王女士',
      客戶稱呼: '王女士',
      'customer name': '王女士',
      客服姓名: '小林',
      'agent name': '小林',
      团队名称: '售后组',
      團隊名稱: '售后组',
      'team name': '售后组',
    });
  });

  test('that nobody knows are left to be asked for', () => {
    const { customerName: _unknown, ...anonymous } = makeConversation([]);
    expect(collectSlotValues({ conversation: anonymous, agentName: '', teamName: '' })).toEqual({});
    expect(collectSlotValues({ conversation: null, agentName: '', teamName: '' })).toEqual({});
  });
});

describe('what the console shows about the customer', () => {
  const collect = (fields: NonNullable<ReturnType<typeof makeConversation>['fields']>, said = '在吗') =>
    collectSlotValues({
      conversation: { ...makeConversation([customerSays('m1', said)]), fields },
      agentName: '',
      teamName: '',
    });

  test('fills slots, the order number unless the customer speaks of another', () => {
    const fields = {
      'order-number': 'A1001',
      'tracking-number': 'SF1234',
      product: '台灯',
      date: '2026-11-01',
    };
    expect(collect(fields)).toMatchObject({
      订单号: 'A1001',
      'order number': 'A1001',
      快递单号: 'SF1234',
      商品名: '台灯',
      下单日期: '2026-11-01',
    });
    expect(collect(fields, '订单号202611180042')['订单号']).toBe('202611180042');
  });

  test('is not a day or an amount we promise', () => {
    const values = collect({ date: '2026-11-01', amount: '¥99' });
    expect(values['日期']).toBeUndefined();
    expect(values['金额']).toBeUndefined();
    expect(values['订单金额']).toBe('¥99');
  });

  test('of a masked phone number only the end, of other masked things nothing', () => {
    const values = collect({ phone: '[手机号*5678]', email: '[邮箱]', account: '[邮箱]' });
    expect(values['手机尾号']).toBe('5678');
    expect(Object.values(values).join()).not.toContain('[');
  });
});
