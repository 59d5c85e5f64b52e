import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { createSignalReader, type ConversationSignals, type Signal } from '../../knowledge/signals/index.ts';
import { PARTICIPANT_ROLES, type Message } from '../../knowledge/conversation/index.ts';

const WORDS = [
  '我要',
  '打',
  '12315',
  '曝光',
  '你们',
  '不是',
  '“',
  '”',
  '三天',
  '没人理',
  '！',
  '\n',
  '[系统]',
  ' ',
  'sue',
  'you',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const messages = fc
  .array(fc.record({ role: fc.constantFrom(...PARTICIPANT_ROLES), text }), { maxLength: 8 })
  .map((rows) =>
    rows.map(({ role, text: said }, at): Message => ({ id: `m${at}`, role, text: said, sentAt: null })),
  );

const read = createSignalReader({ model: null });

function listSignals(signals: ConversationSignals): Signal[] {
  const { complaint, vulnerable, isCutOff, identityTheft, compensation, repeat, churn } = signals;
  const lone = [complaint, vulnerable, isCutOff, identityTheft, compensation, repeat, churn].flatMap(
    (each) => each ?? [],
  );
  return [...lone, signals.emotion, ...signals.threats, ...signals.dangers, ...signals.families];
}

test.prop([messages])('evidence is the customer’s words, where it says they stand', (said) => {
  for (const { evidence, confidence } of listSignals(read(said))) {
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    for (const { messageId, start, end, words } of evidence) {
      const message = said.find(({ id }) => id === messageId);
      expect(message?.role).toBe('customer');
      expect(message?.text.slice(start, end)).toBe(words);
      expect(end).toBeGreaterThan(start);
    }
  }
});

test.prop([messages])('reading is the same each time, whatever was read before', (said) => {
  expect(read(said)).toEqual(createSignalReader({ model: null })(said));
});

test.prop([messages])('what the other side says changes no threat', (said) => {
  const customers = said.filter(({ role }) => role === 'customer');
  expect(read(said).threats).toEqual(read(customers).threats);
});

test.prop([fc.constantFrom('12315', '12300', '消协', '12345')])(
  'an authority’s name alone is never a threat',
  (name) => {
    expect(read([{ id: 'm', role: 'customer', text: name, sentAt: null }]).threats).toEqual([]);
  },
);

test.prop([fc.constantFrom('我', '啊', 'a', '1', '(', '！', ' '), fc.integer({ min: 1, max: 4_000 })])(
  'a long run of one character is read at once',
  (character, length) => {
    const start = performance.now();
    createSignalReader({ model: null })([
      { id: 'm', role: 'customer', text: character.repeat(length), sentAt: null },
    ]);
    expect(performance.now() - start).toBeLessThan(1_000);
  },
);
