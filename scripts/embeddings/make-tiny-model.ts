/** `node scripts/embeddings/make-tiny-model.ts`: writes the model that tests/unit/embeddings uses. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildTinyModel } from './tiny-model.ts';

const folder = join(import.meta.dirname, '../../tests/unit/embeddings/tiny-model');
const { model, tokenizer, tokenizerConfig, config } = buildTinyModel('pooled');
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'model.onnx'), model);
await writeFile(join(folder, 'tokenizer.json'), tokenizer);
await writeFile(join(folder, 'tokenizer_config.json'), tokenizerConfig);
await writeFile(join(folder, 'config.json'), config);
