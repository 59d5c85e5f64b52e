/** The files of a model as a team has them in a folder; which of them we need, and what stands in them. */
import { EmbedderError } from './embedder.ts';

/** A `File` from a picker, or anything like it. */
export interface PickedFile {
  name: string;
  /** Set when a whole folder was picked. */
  webkitRelativePath?: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface ModelFiles {
  model: Uint8Array<ArrayBuffer>;
  /** The JSON files as text, `{}` where the model has none. */
  tokenizer: string;
  tokenizerConfig: string;
  config: string;
  pooling: string;
}

/** Models are often published in several precisions: the small ones first. They are faster and nearly as good. */
const PREFERRED_MODELS = ['model_quantized.onnx', 'model_int8.onnx', 'model_uint8.onnx', 'model.onnx'];

/** @throws EmbedderError `model-incomplete` without an `.onnx` file or a `tokenizer.json` */
export async function readModelFiles(picked: readonly PickedFile[]): Promise<ModelFiles> {
  const model = chooseModel(picked);
  const tokenizer = findFile(picked, 'tokenizer.json');
  if (!model || !tokenizer) throw new EmbedderError('model-incomplete');
  const readOptional = async (path: string) => {
    const file = findFile(picked, path);
    return file ? readText(file) : '{}';
  };
  return {
    model: new Uint8Array(await model.arrayBuffer()),
    tokenizer: await readText(tokenizer),
    tokenizerConfig: await readOptional('tokenizer_config.json'),
    config: await readOptional('config.json'),
    pooling: await readOptional('1_Pooling/config.json'),
  };
}

function chooseModel(picked: readonly PickedFile[]): PickedFile | undefined {
  const models = picked
    .filter(({ name }) => name.endsWith('.onnx'))
    .toSorted((left, right) => (readPath(left) < readPath(right) ? -1 : 1));
  for (const preferred of PREFERRED_MODELS) {
    const model = models.find(({ name }) => name === preferred);
    if (model) return model;
  }
  return models[0];
}

/** The one nearest to the top: a folder may hold more than one `config.json`. */
function findFile(picked: readonly PickedFile[], path: string): PickedFile | undefined {
  return picked
    .filter((file) => `/${readPath(file)}`.endsWith(`/${path}`))
    .toSorted((left, right) => readPath(left).length - readPath(right).length)[0];
}

// A picker of single files leaves the relative path empty.
const readPath = ({ name, webkitRelativePath }: PickedFile) => webkitRelativePath || name;

const readText = async (file: PickedFile) => new TextDecoder().decode(await file.arrayBuffer());

type JsonObject = Readonly<Record<string, unknown>>;

/** @throws EmbedderError `model-broken` for anything that is not a JSON object */
export function parseJsonObject(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return value;
  } catch (error) {
    throw new EmbedderError('model-broken', { cause: error });
  }
  throw new EmbedderError('model-broken');
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
