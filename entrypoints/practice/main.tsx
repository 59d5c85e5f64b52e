import { browser } from 'wxt/browser';
import { PracticeConsole } from '../../components/practice/PracticeConsole.tsx';
import { openPanel } from '../../utils/browser/open-panel.ts';
import { drawPage } from '../../components/shell/draw-page.tsx';

/** The click opens the panel at once: any wait before it would lose the gesture. */
let windowId: number | undefined;
void browser.windows.getCurrent().then(({ id }) => {
  windowId = id;
});

void drawPage(
  <PracticeConsole
    initialScriptId={new URLSearchParams(location.search).get('customer')}
    onOpenPanel={() => windowId !== undefined && openPanel(windowId)}
  />,
);

// Browsers run no content scripts on extension pages. The very same file is loaded here, so that practice
// is read and written exactly as a real console is.
const script = document.createElement('script');
script.src = browser.runtime.getURL('/content-scripts/console.js' as '/');
document.body.append(script);
