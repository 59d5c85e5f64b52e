/** The background: relay, records, panel, site access. Lives for seconds; keeps no state of its own. */
import { defineBackground } from 'wxt/utils/define-background';
import { listenForAlarms } from './alarms.ts';
import { listenForConsoleEvents } from './console-events.ts';
import { listenForPanelOpening } from './panel.ts';
import { listenForSiteAccess } from './site-access.ts';
import { listenForStarterKnowledge } from './starter-knowledge.ts';

// Every listener is registered synchronously at start, or the event that woke us is lost.
export default defineBackground({
  // Firefox: an event page, which sleeps as Chromium's service worker does.
  persistent: false,
  main() {
    listenForPanelOpening();
    listenForConsoleEvents();
    listenForSiteAccess();
    listenForAlarms();
    listenForStarterKnowledge();
  },
});
