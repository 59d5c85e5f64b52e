/** Brought into a page whose console a person wants to show us; lives as long as the line to the panel does. */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { TEACHING_LINE, type TeachingRequest } from '../../knowledge/conversation/index.ts';
import { createSession } from './session.ts';

export default defineUnlistedScript(() => {
  const line = browser.runtime.connect({ name: TEACHING_LINE });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, not a window: it has one end
  const session = createSession((event) => line.postMessage(event));
  line.onMessage.addListener((request: TeachingRequest) => session.handle(request));
  line.onDisconnect.addListener(() => session.stop());
});
