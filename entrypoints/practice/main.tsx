import { browser } from 'wxt/browser';
import { PracticeConsole } from '../../components/practice/PracticeConsole.tsx';
import type { ToPicker, ToPracticePage } from '../../knowledge/conversation/index.ts';
import { openPanel } from '../../utils/browser/open-panel.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { drawPlace } from '../../components/shell/draw-page.tsx';

/** The click opens the panel at once: any wait before it would lose the gesture. */
let windowId: number | undefined;
void browser.windows.getCurrent().then(({ id }) => {
  windowId = id;
});

void drawPlace(
  <PracticeConsole
    initialScriptId={new URLSearchParams(location.search).get('customer')}
    onOpenPanel={() => windowId !== undefined && void openPanel(windowId)}
  />,
);

// Browsers run no content scripts on extension pages. The very same files are loaded here, so that practice
// is read and written exactly as a real console is.
void loadScript('/content-scripts/console.js');
createMessenger<ToPicker>().listen('loadPicker', () => loadScript('/console-picker.js'));
createMessenger<ToPracticePage>().listen('loadRewriter', () => loadScript('/console-rewriter.js'));

function loadScript(path: string): Promise<void> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = browser.runtime.getURL(path as '/');
    script.addEventListener(
      'load',
      () => {
        script.remove();
        resolve();
      },
      { once: true },
    );
    document.body.append(script);
  });
}
