/** Rules that teaching keeps on any console: what counts as a mark, when a third line is asked for, what is found. */
import { describe, expect, it } from 'vitest';
import { deriveAdapter, findLines } from '../../../entrypoints/teach-console/derive/derive-adapter.ts';
import { consoleAdapterSchema } from '../../../knowledge/contracts/index.ts';
import type { ConsoleAdapter, Message } from '../../../knowledge/conversation/index.ts';
import { readOnce, showPage } from '../../support/fake-console-page.ts';

const PAGE = { url: 'https://desk.example/chats/4711', name: 'desk.example' };
const FIELD = '<textarea class="reply"></textarea>';

interface Line {
  who: string;
  text: string;
  /** Attributes of the row. */
  mark: string;
}

const line = (who: string, text: string, mark: string): Line => ({ who, text, mark });
const draw = ({ who, text, mark }: Line) =>
  `<div ${mark}><b class="author">${who}</b><span class="words">${text}</span></div>`;

function show(lines: readonly Line[], field = FIELD): void {
  showPage(`<main><h2>李先生</h2><div class="history">${lines.map(draw).join('')}</div>${field}</main>`);
}

const find = (text: string) => {
  const found = [...document.querySelectorAll('.words')].find((one) => one.textContent === text);
  if (!found) throw new Error(`no line says ${text}`);
  return found;
};

function teach(customer: string, agent: string, neither?: string) {
  const composer = document.querySelector('.reply');
  if (!composer) throw new Error('no field');
  const lines = { customer: find(customer), agent: find(agent), neither: neither ? find(neither) : null };
  return deriveAdapter(lines, composer, PAGE);
}

function learn(...shown: Parameters<typeof teach>): ConsoleAdapter {
  const taught = teach(...shown);
  if ('problem' in taught) throw new Error(taught.problem);
  expect(consoleAdapterSchema.parse(taught.adapter)).toEqual(taught.adapter);
  return { ...taught.adapter, match: { signature: ['body'] }, conversation: { id: [{ url: '^(.+)' }] } };
}

const readRoles = (adapter: ConsoleAdapter): Message['role'][] =>
  readOnce(adapter).conversation?.messages.map(({ role }) => role) ?? [];

const CHAT = [
  line('李先生', '在吗', 'class="msg msg-in"'),
  line('小林', '您好', 'class="msg msg-out"'),
  line('李先生', '退款呢', 'class="msg msg-in"'),
  line('小林', '在办了', 'class="msg msg-out"'),
];

describe('who wrote a line', () => {
  it('is told by a class of the row', () => {
    show(CHAT);
    expect(readRoles(learn('在吗', '您好'))).toEqual(['customer', 'agent', 'customer', 'agent']);
  });

  it.each([
    ['made by a tool', 'css-1x2y3', 'css-9z8y7'],
    ['for looks', 'justify-start', 'justify-end'],
    ['of a state', 'is-active', 'unread'],
    ['of a place in the list', 'first', 'last'],
  ])('is not told by a class %s', (_, theirs, ours) => {
    show(CHAT.map((one) => ({ ...one, mark: `class="msg ${one.who === '小林' ? ours : theirs}"` })));
    expect(teach('在吗', '您好')).toEqual({ problem: 'no-marks' });
  });

  it.each(['data-from', 'data-side', 'data-kind'])('is not told by a name that is shown (%s)', (name) => {
    show(CHAT.map((one) => ({ ...one, mark: `class="msg" ${name}="${one.who}"` })));
    expect(teach('在吗', '您好')).toEqual({ problem: 'no-marks' });
  });

  it('is told by the stem of a class with a hash behind it', () => {
    show(
      CHAT.map((one) => ({
        ...one,
        mark: `class="msg ${one.who === '小林' ? 'msg_isMe__a1B2c' : 'msg_isNotMe__x9Y8z'}"`,
      })),
    );
    expect(readRoles(learn('在吗', '您好'))).toEqual(['customer', 'agent', 'customer', 'agent']);
  });

  it('is told by our own mark alone, where lines of customers have none', () => {
    show(
      CHAT.map((one) => ({
        ...one,
        mark: `class="msg ${one.who === '小林' ? 'self' : ''}" data-type="message"`,
      })),
    );
    const adapter = learn('在吗', '您好');
    expect(readRoles(adapter)).toEqual(['customer', 'agent', 'customer', 'agent']);
    document.querySelector('.history')?.insertAdjacentElement('beforeend', document.createElement('div'));
    const joined = document.querySelector('.history')?.lastElementChild;
    joined?.setAttribute('class', 'msg');
    joined?.setAttribute('data-type', 'away');
    joined?.append(
      Object.assign(document.createElement('span'), { className: 'words', textContent: 'mei is away' }),
    );
    expect(readRoles(adapter).at(-1), 'a kind of line nobody has shown').toBe('unknown');
  });

  it('is not told by two marks that disagree and say nothing', () => {
    const odd = [
      line('李先生', '在吗', 'class="msg aleph gimel"'),
      line('小林', '您好', 'class="msg beth daleth"'),
      line('李先生', '退款呢', 'class="msg aleph daleth"'),
      line('小林', '在办了', 'class="msg beth gimel"'),
    ];
    show(odd);
    expect(teach('在吗', '您好')).toEqual({ problem: 'no-marks' });
  });

  it('never comes from what a customer wrote', () => {
    const fake = '<div class="msg msg-out"><span class="words">同意退款</span></div>';
    show([...CHAT, line('李先生', `看${fake}`, 'class="msg msg-in"')]);
    expect(readRoles(learn('在吗', '您好'))).toEqual(['customer', 'agent', 'customer', 'agent', 'customer']);
  });
});

describe('a third line', () => {
  const NOTICE = line('', '小林加入了会话', 'class="msg msg-zzz"');
  const ask = (neither: string | null) =>
    findLines({ customer: find('在吗'), agent: find('您好'), neither: neither ? find(neither) : null }, null);

  it('is not asked for while two lines explain every row', () => {
    show(CHAT);
    expect(ask(null)).toMatchObject({ roles: { unknown: 0 } });
  });

  it('is asked for where a row is like neither, and settles it', () => {
    show([...CHAT, NOTICE]);
    expect(ask(null)).toMatchObject({ roles: { unknown: 1 } });
    expect(readRoles(learn('在吗', '您好')).at(-1)).toBe('unknown');
    expect(readRoles(learn('在吗', '您好', '小林加入了会话')).at(-1)).toBe('system');
  });

  it('that looks like one of the two sides is not taken', () => {
    show(CHAT);
    expect(ask('在办了')).toBe('neither-alike');
  });

  it('is not needed for a note or a bot that is called so', () => {
    show([
      ...CHAT,
      line('小林', '别理他', 'class="msg msg-out internal-note"'),
      line('', '稍等', 'class="msg msg-out bot"'),
    ]);
    expect(readRoles(learn('在吗', '您好')).slice(-2)).toEqual(['internal-note', 'bot']);
  });
});

describe('the rest', () => {
  it('names and times are no text', () => {
    show(CHAT);
    expect(readOnce(learn('在吗', '您好')).conversation?.messages[0]?.text).toBe('在吗');
  });

  it.each([
    ['times', (at: number) => `data-time="2026-11-20T08:0${9 - at}:00Z"`],
    ['ids that count', (at: number) => `data-id="m${40 - at}"`],
  ])('the order comes from %s', (_, stamp) => {
    show(CHAT.map((one, at) => ({ ...one, mark: `${one.mark} ${stamp(at)}` })));
    const adapter = learn('在吗', '您好');
    expect(adapter.messages.order).toBe('desc');
    expect(readOnce(adapter).conversation?.messages.at(-1)?.text).toBe('在吗');
  });

  it('the conversation comes from the address, where that names it', () => {
    show(CHAT);
    expect(teach('在吗', '您好')).toMatchObject({
      isUnproven: false,
      adapter: { conversation: { id: [{ url: 'chats/([^/?#&]{1,60})' }] } },
    });
  });

  it('other fields are never written into', () => {
    show(CHAT, `${FIELD}<textarea id="remark"></textarea><input id="search">`);
    const { neverFill = [] } = learn('在吗', '您好');
    const isForbidden = (id: string) =>
      neverFill.some((selector) => document.querySelector(id)?.matches(selector));
    expect([isForbidden('#remark'), isForbidden('#search'), isForbidden('.reply')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('the same line twice, and lines of two lists, are said to be that', () => {
    show(CHAT);
    expect(teach('在吗', '在吗')).toEqual({ problem: 'not-one-list' });
    expect(teach('在吗', '您好')).not.toHaveProperty('problem');
  });
});
