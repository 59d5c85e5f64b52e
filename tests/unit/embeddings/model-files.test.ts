/** Out of a folder full of files, the ones that make a model. */
import { describe, expect, test } from 'vitest';
import { readModelFiles, type PickedFile } from '../../../knowledge/embeddings/index.ts';

/** Each file holds its own path, so that a test sees which was taken. */
function pick(path: string): PickedFile {
  const name = path.split('/').at(-1) ?? '';
  const bytes = new TextEncoder().encode(path);
  return {
    name,
    webkitRelativePath: path.includes('/') ? path : '',
    arrayBuffer: () => Promise.resolve(bytes.buffer),
  };
}

const readPaths = async (...paths: string[]) => {
  const { model, ...texts } = await readModelFiles(paths.map(pick));
  return { ...texts, model: new TextDecoder().decode(model) };
};

test('a whole folder, as it is published', async () => {
  const files = await readPaths(
    'bge/1_Pooling/config.json',
    'bge/README.md',
    'bge/config.json',
    'bge/onnx/model.onnx',
    'bge/onnx/model_quantized.onnx',
    'bge/tokenizer.json',
    'bge/tokenizer_config.json',
  );
  expect(files).toEqual({
    model: 'bge/onnx/model_quantized.onnx',
    tokenizer: 'bge/tokenizer.json',
    tokenizerConfig: 'bge/tokenizer_config.json',
    config: 'bge/config.json',
    pooling: 'bge/1_Pooling/config.json',
  });
});

test('two single files are enough', async () => {
  expect(await readPaths('tokenizer.json', 'anything.onnx')).toEqual({
    model: 'anything.onnx',
    tokenizer: 'tokenizer.json',
    tokenizerConfig: '{}',
    config: '{}',
    pooling: '{}',
  });
});

test('the choice does not hang on the order of the files', async () => {
  const files = ['m/b.onnx', 'm/a.onnx', 'm/tokenizer.json', 'm/old/tokenizer.json'];
  expect(await readPaths(...files)).toEqual(await readPaths(...files.toReversed()));
  expect(await readPaths(...files)).toMatchObject({ model: 'm/a.onnx', tokenizer: 'm/tokenizer.json' });
});

describe('not enough', () => {
  test.each([
    ['nothing', []],
    ['no model', ['tokenizer.json', 'config.json']],
    ['no tokenizer', ['model.onnx', 'old-tokenizer.json', 'vocab.txt']],
  ])('%s', async (_name, paths) => {
    await expect(readPaths(...paths)).rejects.toMatchObject({ reason: 'model-incomplete' });
  });
});
