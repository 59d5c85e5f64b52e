/** A linear model of negative emotion in Chinese text: one byte a feature. How it came to be: docs/signals.md. */
import { collectFeatures } from './emotion-features.ts';

export interface EmotionModel {
  bits: number;
  weights: Int8Array;
  /** What a weight of 1 is worth. */
  scale: number;
  bias: number;
  /** How steeply the sum becomes a probability. */
  slope: number;
}

/** The model as a file. */
export interface StoredEmotionModel {
  version: number;
  bits: number;
  scale: number;
  bias: number;
  slope: number;
  /** One signed byte a feature, in base64. */
  weights: string;
}

const EMOTION_MODEL_VERSION = 1;

/** @returns null for a file of another version, or one that is not whole */
export function decodeEmotionModel(stored: StoredEmotionModel): EmotionModel | null {
  if (stored.version !== EMOTION_MODEL_VERSION) return null;
  const bytes = Uint8Array.from(atob(stored.weights), (character) => character.charCodeAt(0));
  const { bits, scale, bias, slope } = stored;
  return bytes.length === 2 ** bits
    ? { bits, scale, bias, slope, weights: new Int8Array(bytes.buffer) }
    : null;
}

export function encodeEmotionModel({ bits, scale, bias, slope, weights }: EmotionModel): StoredEmotionModel {
  const bytes = new Uint8Array(weights.buffer, weights.byteOffset, weights.length);
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return { version: EMOTION_MODEL_VERSION, bits, scale, bias, slope, weights: btoa(text) };
}

/** How likely it is that somebody who writes this is displeased, 0 to 1; ½ for nothing at all. */
export function readNegativity(text: string, { bits, weights, scale, bias, slope }: EmotionModel): number {
  const features = collectFeatures(text, bits);
  if (features.length === 0) return 0.5;
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return 1 / (1 + Math.exp(-slope * ((sum * scale) / Math.sqrt(features.length) + bias)));
}
