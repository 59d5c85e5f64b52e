/** Hears when the trigger of the picker is typed into the composer. All else of the picker comes when it is called. */
import type { ConsoleAdapter } from '../../knowledge/conversation/index.ts';
import { findWrittenField } from '../../utils/keyboard/written-field.ts';
import { followSetting, PICKER } from '../../utils/settings/follow-setting.ts';
import { hearEveryWindow } from './hear-every-window.ts';
import { findComposer } from './reading/find-composer.ts';
import { findConversationScope } from './reading/read-console.ts';

/** By then an editor that draws its text itself has drawn it. */
const DRAWN_AFTER_MS = 30;
const MAX_TRIGGER_LENGTH = 4;

export interface PickerTriggerOptions {
  signal: AbortSignal;
  currentAdapter: () => ConsoleAdapter | null;
  onTrigger: () => void;
}

export function listenForPickerTrigger({ signal, currentAdapter, onTrigger }: PickerTriggerOptions): void {
  let triggers: readonly string[] = [];
  /** The last signs, as a person typed them. What else stands before the caret the picker sees when it comes. */
  let typed = '';
  let composed = '';

  followSetting(PICKER, {
    signal,
    onValue: ({ triggers: chosen, offSites }) => {
      triggers = offSites.includes(`${location.protocol}//${location.hostname}`) ? [] : chosen;
    },
  });

  const take = (signs: string) => {
    typed = (typed + signs).slice(-MAX_TRIGGER_LENGTH);
    if (triggers.some((trigger) => typed.endsWith(trigger))) setTimeout(call, DRAWN_AFTER_MS);
  };
  const call = () => {
    const field = findWrittenField(document);
    if (!signal.aborted && field && isComposer(field, currentAdapter())) onTrigger();
  };
  // Before an editor can keep it to itself.
  const hearTyped = ({ isTrusted, isComposing, inputType, data }: InputEvent) => {
    if (!isTrusted) return;
    if (isComposing) composed = data ?? '';
    else if (inputType === 'insertText' && data) take(data);
    else typed = '';
  };
  // Words that were composed never call, whatever they end with; signs alone do: some are typed that way.
  // Chromium calls this event untrusted, so what is in it does not count.
  const hearComposed = () => {
    if (triggers.some((trigger) => [...composed].every((sign) => trigger.includes(sign)))) take(composed);
    else typed = '';
    composed = '';
  };
  hearEveryWindow(signal, (page) => {
    page.addEventListener('beforeinput', hearTyped, { capture: true, signal });
    page.addEventListener('compositionend', hearComposed, { capture: true, signal });
  });
}

/** Only where replies are written: searches and notes keep their slashes. */
function isComposer(field: Element, adapter: ConsoleAdapter | null): boolean {
  const scope = adapter && findConversationScope(adapter);
  const found = scope && findComposer(scope, adapter);
  return typeof found === 'object' && found?.value.contains(field) === true;
}
