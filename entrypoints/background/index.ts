/** The background: relay, records, panel, site access. Lives for seconds; keeps no state of its own. */
import { defineBackground } from 'wxt/utils/define-background';
import { listenForAdapterQuestions } from './adapters.ts';
import { listenForAlarms } from './alarms.ts';
import { listenForConsoleEvents } from './console-events.ts';
import { listenForDrafts } from './drafts.ts';
import { listenForPanelOpening } from './panel.ts';
import { listenForPicker } from './picker.ts';
import { listenForReminders } from './reminders.ts';
import { listenForSiteAccess } from './site-access.ts';
import { listenForStarterKnowledge } from './starter-knowledge.ts';
import { listenForTeaching } from './teaching.ts';

// Every listener is registered synchronously at start, or the event that woke us is lost.
export default defineBackground({
  // Firefox: an event page, which sleeps as Chromium's service worker does.
  persistent: false,
  main() {
    listenForPanelOpening();
    listenForConsoleEvents();
    listenForDrafts();
    listenForAdapterQuestions();
    listenForPicker();
    listenForSiteAccess();
    listenForAlarms();
    listenForReminders();
    listenForStarterKnowledge();
    listenForTeaching();
  },
});
