import { useEffect, useMemo, useState } from 'react';
import type { Message } from '../../knowledge/conversation/index.ts';
import {
  loadEmotionModel,
  loadSignalReader,
  NOTHING_HEARD,
  type ConversationSignals,
  type EmotionLevel,
} from '../../knowledge/signals/index.ts';
import { collectMoods } from '../../knowledge/complaints/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';

export interface ReadTalk {
  signals: ConversationSignals;
  /** The mood of each message of the customer. */
  moods: ReadonlyMap<string, EmotionLevel>;
}

/** The mute of what the model says: it has no rules of its own. */
const MODEL_RULE = 'model.negative';

const NOT_READ: ReadTalk = { signals: NOTHING_HEARD, moods: new Map() };

/** What the talk gives away: nothing until the rules are there, by rules alone until the model is. */
export function useSignals(messages: readonly Message[], mutedRules: readonly string[]): ReadTalk {
  const createReader = useLoaded(loadSignalReader, 'panel/signal-rules');
  const model = useLoaded(loadEmotionModel, 'panel/emotion-model');
  const mutedKey = mutedRules.join('\n');
  const read = useMemo(() => {
    if (!createReader) return null;
    const muted = new Set(mutedKey.split('\n'));
    return createReader({ model: muted.has(MODEL_RULE) ? null : model, mutedRules: muted });
  }, [createReader, model, mutedKey]);
  return useMemo(
    () =>
      read
        ? {
            signals: read(messages),
            moods: collectMoods(messages, (message) => read([message]).emotion.level),
          }
        : NOT_READ,
    [read, messages],
  );
}

/** Fetched when first asked for; null until then. Kept in a box, since a function given to React would be called. */
function useLoaded<TThing>(load: () => Promise<TThing | null>, place: string): TThing | null {
  const [box, setBox] = useState<{ thing: TThing | null }>({ thing: null });
  useEffect(() => {
    load()
      .then((thing) => setBox({ thing }))
      .catch((error: unknown) => reportError(place, error));
  }, [load, place]);
  return box.thing;
}
