import { decodeEmotionModel, type EmotionModel, type StoredEmotionModel } from './emotion-model.ts';

let loading: Promise<EmotionModel | null> | null = null;

/** A file of its own, fetched when the first conversation is read: no page may wait for it. */
export async function loadEmotionModel(): Promise<EmotionModel | null> {
  loading ??= readModelFile();
  return loading;
}

async function readModelFile(): Promise<EmotionModel | null> {
  const { default: stored } = await import('./bundled/emotion-model.json', { with: { type: 'json' } });
  return decodeEmotionModel(stored satisfies StoredEmotionModel);
}
