/** What an adapter brings besides the chat, and how well a reading went. */
import { beforeEach, describe, expect, it } from 'vitest';
import { consoleReadingSchema } from '../../../knowledge/contracts/index.ts';
import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';
import {
  PLAIN_ADAPTER,
  plainRow,
  readConversation,
  readOnce,
  showPlainPage,
} from '../../support/fake-console-page.ts';

beforeEach(() => history.replaceState(null, '', '/'));

const find = (selector: string) => document.querySelector(selector) as HTMLElement;

describe('fields of the customer', () => {
  const fields: ConsoleAdapter['fields'] = [
    { name: 'order-number', from: [{ url: '[?&]orderSn=([\\w-]+)' }, { selector: '#order' }] },
    { name: 'tracking-number', from: [{ selector: '#parcel' }] },
    { name: 'phone', from: [{ selector: '#phone', pattern: '(\\d+)' }] },
    { name: 'product', from: [{ selector: '#goods', attribute: 'title' }] },
  ];
  const adapter: ConsoleAdapter = { ...PLAIN_ADAPTER, fields };

  it('are read masked, but for the numbers that name no person', () => {
    showPlainPage();
    document.body.insertAdjacentHTML(
      'beforeend',
      '<b id="order">6222021234567890123</b><b id="parcel">no parcel yet</b><b id="phone">Tel 13800138000</b><b id="goods" title="Blue​ shoes"></b>',
    );
    const reading = readOnce(adapter);
    expect(reading.conversation?.fields).toEqual({
      'order-number': '6222021234567890123',
      phone: '[手机号*8000]',
      product: 'Blue shoes',
    });
    expect(consoleReadingSchema.parse(reading)).toEqual(reading);
    history.replaceState(null, '', '/?orderSn=A-1001');
    expect(readConversation(adapter).fields?.['order-number']).toBe('A-1001');
  });
});

describe('health', () => {
  it('names each part where another candidate had to stand in', () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const adapter = {
      ...PLAIN_ADAPTER,
      messages: {
        ...PLAIN_ADAPTER.messages,
        root: ['#feed', '#list'],
        item: ['article', '.row'],
        text: ['.body', '.text'],
      },
      conversation: { id: [{ selector: '#gone' }, { selector: '#plain', attribute: 'data-chat' }] },
      composer: { ...PLAIN_ADAPTER.composer, selector: ['!', '#composer'] },
    };
    expect(readOnce(adapter).health).toEqual({
      state: 'degraded',
      problems: ['fallback'],
      fallbacks: ['conversation', 'list', 'rows', 'text', 'composer'],
    });
  });

  it('is in doubt about four messages without a customer', () => {
    const rows = [1, 2, 3].map((id) => plainRow(`${id}`, 'Hello', 'mine')).join('');
    showPlainPage({ rows });
    expect(readOnce(PLAIN_ADAPTER).health.state).toBe('ok');
    showPlainPage({ rows: rows + plainRow('4', 'Hello', 'mine') });
    expect(readOnce(PLAIN_ADAPTER).health).toEqual({ state: 'degraded', problems: ['no-customer'] });
  });

  it('is broken on a page the console is no longer recognised on', () => {
    showPlainPage();
    find('#plain').id = 'plain-v2';
    expect(readOnce(PLAIN_ADAPTER).health).toEqual({ state: 'broken', problems: ['no-signature'] });
  });
});
