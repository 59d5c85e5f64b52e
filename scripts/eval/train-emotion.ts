/**
 * `npm run tune:emotion -- --file X.jsonl --positive V [--dry]`: learns the model of negative emotion from lines
 * `{"text","label"}`, where V is the label that means negative, and writes it to knowledge/signals/bundled.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { encodeEmotionModel } from '../../knowledge/signals/emotion-model.ts';
import { trainEmotion } from './emotion-training.ts';
import { readLines } from './question-set.ts';

const TARGET = 'knowledge/signals/bundled/emotion-model.json';

const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    positive: { type: 'string' },
    dry: { type: 'boolean', default: false },
  },
});
if (!values.file || values.positive === undefined) {
  console.error('npm run tune:emotion -- --file X.jsonl --positive V [--dry]');
  process.exit(2);
}

const lines = await readLines<{ text: string; label: unknown }>(values.file);
const model = trainEmotion(
  lines.map(({ text, label }) => ({ text, isNegative: String(label) === values.positive })),
);
const stored = `${JSON.stringify(encodeEmotionModel(model), null, 2)}\n`;
if (!values.dry) await writeFile(TARGET, stored);
const { bits, scale, bias, slope } = model;
console.log(JSON.stringify({ texts: lines.length, bytes: stored.length, bits, scale, bias, slope }));
