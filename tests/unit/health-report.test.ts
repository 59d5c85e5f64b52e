import { expect, test } from 'vitest';
import { formatHealthReport, judgeHealth } from '../../knowledge/conversation/index.ts';
import { agentSays, customerSays, makeConversation, makeReading } from '../support/make-conversation.ts';

const OPTIONS = { origin: 'https://desk.example:8443', browser: 'Browser/1', extensionVersion: '0.1.0' };

test('a report says what failed and counts, and holds nothing of the chat', () => {
  const conversation = makeConversation([customerSays('m1', '我的手机丢了'), agentSays('m2', '我查一下')], {
    id: 'chat-77',
  });
  const reading = {
    ...makeReading(conversation),
    readBy: { name: 'Our desk', version: 3, trust: 'own' as const },
    health: judgeHealth(['unknown-roles'], ['list', 'text']),
  };
  expect(formatHealthReport(reading, OPTIONS).split('\n')).toEqual([
    'deskmate: 0.1.0',
    'browser: Browser/1',
    'host: desk.example:8443',
    'adapter: practice v3 (own)',
    'health: degraded',
    'problems: unknown-roles, fallback',
    'fallbacks: list, text',
    'messages: customer 1, agent 1',
  ]);
});

test('a report can be made of a page no adapter fits', () => {
  const reading = { ...makeReading(null), consoleId: null, health: judgeHealth(['no-adapter']) };
  const report = formatHealthReport(reading, { ...OPTIONS, origin: '' });
  expect(report).toContain('host: -\nadapter: -\nhealth: broken\nproblems: no-adapter');
});

test('one breaking problem among doubts breaks the reading', () => {
  expect(judgeHealth(['unknown-roles', 'no-composer']).state).toBe('broken');
  expect(judgeHealth([])).toEqual({ state: 'ok', problems: [] });
});
