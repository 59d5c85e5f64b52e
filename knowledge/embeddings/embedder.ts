/** What turns texts into vectors, whoever does it. */

export const EMBEDDER_FAILURES = [
  /** This build carries no runtime for models. */
  'runtime-missing',
  /** The folder that was picked lacks a file we need. */
  'model-incomplete',
  /** A file of the model cannot be read. */
  'model-broken',
  /** The model is whole, but wants or answers something we do not know. */
  'model-unsupported',
  /** The model ran and failed. */
  'failed',
  'aborted',
  'closed',
] as const;
export type EmbedderFailure = (typeof EMBEDDER_FAILURES)[number];

export class EmbedderError extends Error {
  readonly reason: EmbedderFailure;

  constructor(reason: EmbedderFailure, options?: ErrorOptions) {
    super(`embedder ${reason}`, options);
    this.name = 'EmbedderError';
    this.reason = reason;
  }
}

export interface Embedder {
  /** Says which model it is, to the last byte: vectors of different embedders cannot be compared. */
  readonly id: string;
  readonly dimensions: number;
  /**
   * One vector a text, in the order of the texts. Vectors have length one, except that a text without a
   * known word gets all zeros, which resemble nothing.
   * @throws EmbedderError and nothing else
   */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
}

/** Gives an unexpected error of a library its reason; one that has a reason keeps it. */
export function nameFailure(error: unknown, reason: EmbedderFailure): EmbedderError {
  return error instanceof EmbedderError ? error : new EmbedderError(reason, { cause: error });
}
