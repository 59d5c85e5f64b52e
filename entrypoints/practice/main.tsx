import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { PracticeConsole } from '../../components/practice/PracticeConsole.tsx';
import { openPanel } from '../../utils/browser/open-panel.ts';
import { AppProviders } from '../../components/shell/AppProviders.tsx';

/** The click opens the panel at once: any wait before it would lose the gesture. */
let windowId: number | undefined;
void browser.windows.getCurrent().then(({ id }) => {
  windowId = id;
});

createRoot(document.querySelector('#root') as HTMLElement).render(
  <AppProviders>
    <PracticeConsole
      initialScriptId={new URLSearchParams(location.search).get('customer')}
      onOpenPanel={() => windowId !== undefined && openPanel(windowId)}
    />
  </AppProviders>,
);

// Browsers run no content scripts on extension pages. The very same file is loaded here, so that practice
// is read and written exactly as a real console is.
const script = document.createElement('script');
script.src = browser.runtime.getURL('/content-scripts/console.js' as '/');
document.body.append(script);
