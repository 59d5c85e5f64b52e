/**
 * Preloaded into The Lounge (`node --import`): its check for updates must not leave this machine.
 * Where there is no network that check would even end the process on Node 24.
 */
import https from 'node:https';

https.request = (): never => {
  throw new Error('test consoles make no requests to the outside');
};
