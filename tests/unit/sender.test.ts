import { describe, expect, test } from 'vitest';
import {
  acceptSender,
  ALLOWED_SENDERS,
  classifySender,
  type SenderClass,
} from '../../entrypoints/background/sender.ts';

const OWN = 'our-extension-id';
type Sender = Parameters<typeof classifySender>[0];

/** Everybody who can send us a message, and what they are. */
const SENDERS: [string, Sender, SenderClass][] = [
  [
    'our script in a console',
    { id: OWN, tab: { id: 7 }, frameId: 0, origin: 'https://c.example' },
    'console-page',
  ],
  ['our practice page in a tab', { id: OWN, tab: { id: 7 }, frameId: 0 }, 'console-page'],
  ['our script where the browser names no frame', { id: OWN, tab: { id: 7 } }, 'console-page'],
  ['our side panel', { id: OWN }, 'own-page'],
  ['our script in a frame inside the console', { id: OWN, tab: { id: 7 }, frameId: 3 }, 'stranger'],
  [
    'our script in a frame of another site',
    { id: OWN, tab: { id: 7 }, frameId: 3, origin: 'https://c.example' },
    'stranger',
  ],
  [
    'our page in a frame in the console',
    { id: OWN, tab: { id: 7 }, frameId: 3, origin: `chrome-extension://${OWN}` },
    'own-frame',
  ],
  [
    'our page in a frame, in Firefox',
    { id: OWN, tab: { id: 7 }, frameId: 3, origin: 'moz-extension://a2c4' },
    'own-frame',
  ],
  [
    'another extension’s page in a frame',
    { id: 'another', tab: { id: 7 }, frameId: 3, origin: 'chrome-extension://another' },
    'stranger',
  ],
  ['another extension', { id: 'another-extension-id' }, 'stranger'],
  ['another extension’s page in a tab', { id: 'another', tab: { id: 7 }, frameId: 0 }, 'stranger'],
  ['a web page', { tab: { id: 7 }, frameId: 0, origin: 'https://evil.example' }, 'stranger'],
  ['nobody at all', {}, 'stranger'],
  ['somebody with an empty id', { id: '' }, 'stranger'],
  [
    'a web page that claims our origin',
    { id: 'another', origin: `chrome-extension://${OWN}`, tab: { id: 7 } },
    'stranger',
  ],
];

/** Spelled out here a second time: who may say what is a decision, not a detail. */
const MAY_SAY: Record<keyof typeof ALLOWED_SENDERS, SenderClass> = {
  adaptersFor: 'console-page',
  unknownConsoleFocused: 'console-page',
  conversationObserved: 'console-page',
  insertionRequested: 'console-page',
  draftObserved: 'console-page',
  rewriteRequested: 'console-page',
  panelOpened: 'own-page',
  promisesChanged: 'own-page',
  pickerTriggered: 'console-page',
  pickerOpened: 'console-page',
  pickerJoined: 'own-frame',
  scriptPicked: 'own-frame',
  pickerClosed: 'console-page',
  teachingRequested: 'own-page',
};

const EVENTS = Object.keys(ALLOWED_SENDERS) as (keyof typeof ALLOWED_SENDERS)[];

test.each(SENDERS)('%s is recognised', (_who, sender, expected) => {
  expect(classifySender(sender, OWN)).toBe(expected);
});

test('the list of events is the one decided on', () => {
  expect(EVENTS.toSorted()).toEqual(Object.keys(MAY_SAY).toSorted());
});

describe.each(EVENTS)('%s', (event) => {
  test.each(SENDERS)(`from %s`, (_who, sender, senderClass) => {
    const accepted = acceptSender(event, sender, OWN);
    expect(accepted).toEqual(senderClass === MAY_SAY[event] ? { tabId: sender.tab?.id ?? null } : null);
  });
});

test('an extension that has no id yet accepts nobody', () => {
  expect(classifySender({ tab: { id: 7 }, frameId: 0 }, OWN)).toBe('stranger');
  expect(acceptSender('conversationObserved', { id: undefined, tab: { id: 7 } }, OWN)).toBeNull();
});
