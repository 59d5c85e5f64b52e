/** What the model of negative emotion looks at: runs of one to three characters, as numbers. */
import { foldText } from './fold-text.ts';

const LONGEST_RUN = 3;
/** Nobody gets angrier after so many characters, and a message may not take long. */
const MAX_CHARACTERS = 1_000;
const FIRST = 0x81_1c_9d_c5;
const STEP = 0x01_00_01_93;

/**
 * Each run once, as a number below 2 to the power of `bits`. Different runs share numbers, and the number tells nobody
 * the run: the model holds no text.
 */
export function collectFeatures(text: string, bits: number): number[] {
  const clean = `^${normalise(text)}$`;
  const features = new Set<number>();
  for (let at = 0; at < clean.length; at += 1) {
    let hash = FIRST;
    for (let length = 1; length <= LONGEST_RUN && at + length <= clean.length; length += 1) {
      hash = mix(hash, clean.charCodeAt(at + length - 1));
      features.add(spread(hash + length) >>> (32 - bits));
    }
  }
  return [...features];
}

/** Numbers are alike, and no letter more than three times: 好好好好好 says no more than 好好好. */
function normalise(text: string): string {
  return foldText(text.slice(0, MAX_CHARACTERS))
    .text.replace(/\d+/g, '0')
    .replace(/\s+/g, ' ')
    .replace(/(.)\1{3,}/g, '$1$1$1');
}

function mix(hash: number, code: number): number {
  const mixed = Math.imul(hash ^ code, STEP);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c_1b_3c_6d);
}

/** Spreads what differs in a few bits over all of them (the end of MurmurHash3). */
function spread(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85_eb_ca_6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2_b2_ae_35);
  mixed ^= mixed >>> 16;
  return mixed >>> 0;
}
