/** Which consoles this page may be. The background knows; here nothing is checked and nothing stored. */
import type { AdapterInUse } from '../../knowledge/conversation/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import {
  ADAPTERS_CHANGED_AT,
  SWITCHED_OFF_ADAPTERS,
  watchSetting,
} from '../../utils/settings/follow-setting.ts';

const ASK_AGAIN_MS = 5_000;
/** Where replies are written; anything else that takes text is a search or a form. */
const EDITABLE =
  'textarea, [contenteditable]:not([contenteditable="false" i]), [role="textbox"]:not(input), iframe';

export interface CandidateOptions {
  signal: AbortSignal;
  /** Adapters for this page, the most likely first. */
  ask: () => Promise<AdapterInUse[]>;
  /** What the page looks like by its structure alone, from the field with the focus. */
  guess: () => Promise<AdapterInUse | null>;
  /** Whether a known console reads this page: then nothing is guessed. */
  isKnown: () => boolean;
  onChange: () => void;
}

/** @returns the candidates at this moment */
export function followCandidates(options: CandidateOptions): () => readonly AdapterInUse[] {
  const { signal, ask, onChange } = options;
  let candidates: AdapterInUse[] = [];
  let guessed: AdapterInUse | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const load = () => {
    clearTimeout(timer);
    if (signal.aborted) return;
    ask().then(
      (answer) => {
        candidates = answer;
        guessed = null;
        onChange();
      },
      (error: unknown) => {
        reportError('console/adapters', error);
        timer = setTimeout(load, ASK_AGAIN_MS);
      },
    );
  };
  watchSetting(SWITCHED_OFF_ADAPTERS, { signal, onValue: load });
  watchSetting(ADAPTERS_CHANGED_AT, { signal, onValue: load });
  listenForWriting(options, (found) => {
    guessed = found;
    onChange();
  });
  load();
  return () => (guessed ? [...candidates, guessed] : candidates);
}

/** A person who clicks into a field for replies shows us where it is; without that nothing is guessed. */
function listenForWriting(
  { signal, guess, isKnown }: CandidateOptions,
  onGuess: (adapter: AdapterInUse) => void,
) {
  let isAsking = false;
  const look = ({ target }: Event) => {
    if (isAsking || isKnown() || !(target instanceof Element) || !target.matches(EDITABLE)) return;
    isAsking = true;
    guess()
      .then((adapter) => adapter && !signal.aborted && onGuess(adapter))
      .catch((error: unknown) => reportError('console/guess', error))
      .finally(() => {
        isAsking = false;
      });
  };
  document.addEventListener('focusin', look, { signal });
}
