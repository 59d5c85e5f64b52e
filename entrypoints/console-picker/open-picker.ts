/** From the trigger to the end of the picker: what is typed goes to its frame, and everything else ends it. */
import type {
  FromPickerFrame,
  ToBackground,
  ToPicker,
  ToPickerFrame,
} from '../../knowledge/conversation/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { quietly } from '../../utils/errors/quietly.ts';
import { newToken } from '../../utils/messaging/new-token.ts';
import { findWrittenField, readBeforeCaret } from '../../utils/keyboard/written-field.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { picker } from '../../utils/settings/settings.ts';
import { findOpening, readPickerQuery } from '../../utils/text/picker-trigger.ts';
import { putBackTyped, removeTyped } from '../console.content/composer/typed-text.ts';
import { listenForPickerKeys, type PickerAct } from './keys.ts';
import type { Place } from './caret-place.ts';
import { showOverlay, type Overlay } from './overlay.ts';
import { sayBlocked } from './say-blocked.ts';
import { watchWriting } from './watch-writing.ts';

export async function openPicker(): Promise<void> {
  const field = findWrittenField(document);
  const before = field && readBeforeCaret(field);
  const called = before ? findOpening(before, (await picker.getValue()).triggers) : null;
  if (!field || !called) return;
  const token = newToken();
  // The frame asks whether it is ours: that must be known before it is there.
  await createMessenger<ToBackground>().send('pickerOpened', { token });
  startPicker({ field, token, ...called });
}

interface Called {
  field: HTMLElement;
  token: string;
  /** The line in front of the caret when it was called. */
  opening: string;
  trigger: string;
}

function startPicker({ field, token, opening, trigger }: Called): void {
  const end = new AbortController();
  const { signal } = end;
  let isInserting = false;
  const close = () => {
    if (signal.aborted) return;
    end.abort();
    createMessenger<ToBackground>()
      .send('pickerClosed', { token })
      .catch(() => undefined);
  };
  const readQuery = () => {
    const before = readBeforeCaret(field);
    return before === null ? null : readPickerQuery(opening, before);
  };
  const follow = () => {
    if (isInserting || signal.aborted) return;
    const query = readQuery();
    if (query === null) return close();
    overlay.tell({ kind: 'typed', query });
    overlay.place();
  };
  const answer = createAnswers({
    field,
    close,
    readTyped: () => trigger + (readQuery() ?? ''),
    setInserting: (isNow) => (isInserting = isNow),
    tell: (message) => overlay.tell(message),
  });
  const onBlocked = (caret: Place) => {
    close();
    sayBlocked(caret);
  };
  const overlay = showOverlay({ token, field, signal, onReady: follow, onAnswer: answer, onBlocked });
  const { host } = overlay;
  const { windows, isComposing } = watchWriting({ field, signal, host, onChange: follow, onLeave: close });
  listenForPickerKeys({ windows, signal, isComposing, act: (act) => perform(act, overlay, close) });
  signal.addEventListener('abort', quietly(createMessenger<ToPicker>().listen('closePicker', close)));
}

interface AnswerOptions {
  field: HTMLElement;
  close: () => void;
  /** Trigger and query, as they stand in front of the caret. */
  readTyped: () => string;
  setInserting: (isInserting: boolean) => void;
  tell: (message: ToPickerFrame) => void;
}

/** What the frame asks for. A choice that does not go in leaves everything as it was. */
function createAnswers({ field, close, readTyped, setInserting, tell }: AnswerOptions) {
  let removed: string | null = null;
  const clear = async () => {
    setInserting(true);
    const typed = readTyped();
    const isCleared = await removeTyped(field, typed);
    removed = isCleared ? typed : null;
    tell({ kind: 'cleared', isCleared });
  };
  const restore = async () => {
    if (removed !== null) await putBackTyped(field, removed);
    removed = null;
    setInserting(false);
  };
  return ({ kind }: FromPickerFrame) => {
    if (kind === 'done') close();
    else if (kind === 'inserting') clear().catch(report);
    else if (kind === 'refused') restore().catch(report);
  };
}

function report(error: unknown): void {
  reportError('picker/insert', error);
}

function perform(act: PickerAct, overlay: Overlay, close: () => void): void {
  if (act === 'close') close();
  else if (act === 'accept') overlay.tell({ kind: 'accepted' });
  else overlay.tell({ kind: 'moved', by: act === 'up' ? -1 : 1 });
}
