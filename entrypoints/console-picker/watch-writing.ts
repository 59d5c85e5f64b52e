/** Whether somebody still writes where the picker was called, and what. */

export interface WatchOptions {
  field: HTMLElement;
  /** Ours in the page: a click there ends nothing. */
  host: HTMLElement;
  signal: AbortSignal;
  /** The line or the caret may be others now. */
  onChange: () => void;
  /** The hand has gone elsewhere. */
  onLeave: () => void;
}

export interface Writing {
  /** From the page's own to the one of the field: keys are heard in each. */
  windows: readonly Window[];
  isComposing: () => boolean;
}

export function watchWriting({ field, host, signal, onChange, onLeave }: WatchOptions): Writing {
  const windows = listWindows(field);
  const options = { capture: true, signal };
  let isComposing = false;

  const change = () => {
    if (!signal.aborted && !isComposing) onChange();
  };
  // An editor that draws its text itself has drawn it by then.
  const changeSoon = () => setTimeout(change, 0);
  // Chromium calls the end of a composition untrusted.
  const compose = ({ type, isTrusted }: Event) => {
    isComposing = isTrusted && type === 'compositionstart';
    changeSoon();
  };
  const leaveUnlessOurs = ({ target }: Event) => target !== host && onLeave();
  const leaveLater = () => setTimeout(leaveIfLeft, 0);
  const leaveIfLeft = () => {
    if (signal.aborted) return;
    // A click on the list itself: the hand goes on writing.
    if (document.activeElement === host) field.focus({ preventScroll: true });
    else onLeave();
  };

  for (const view of windows) {
    for (const name of ['input', 'selectionchange', 'scroll', 'resize', 'keyup'])
      view.addEventListener(name, changeSoon, options);
    for (const name of ['compositionstart', 'compositionend']) view.addEventListener(name, compose, options);
    view.addEventListener('pointerdown', leaveUnlessOurs, options);
    view.addEventListener('pagehide', onLeave, options);
  }
  field.addEventListener('blur', leaveLater, { signal });
  return { windows, isComposing: () => isComposing };
}

function listWindows(field: HTMLElement): Window[] {
  const windows: Window[] = [];
  let view: Window | null = field.ownerDocument.defaultView;
  while (view) {
    windows.unshift(view);
    view = view.frameElement?.ownerDocument.defaultView ?? null;
  }
  return windows;
}
