/** The picker: brings it into the page, makes sure that its frame is the one we opened, and passes a choice on. */
import { browser } from 'wxt/browser';
import {
  insertionExpectationSchema,
  pickerChoiceSchema,
  pickerFrameSchema,
  SESSION_ITEMS,
  type TabReading,
} from '../../knowledge/contracts/index.ts';
import {
  expectNothingMoved,
  type Conversation,
  type InsertionExpectation,
  type InsertionResult,
  type OpenPicker,
  type PickerChoice,
  type PickerContext,
  type ToBackground,
  type ToConsole,
  type ToPicker,
} from '../../knowledge/conversation/index.ts';
import { defineSessionItem } from '../../utils/browser/session-items.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { openRecords } from './records.ts';
import { acceptSender } from './sender.ts';

const PICKER_SCRIPT = '/console-picker.js';

const pickers = defineSessionItem<OpenPicker>(SESSION_ITEMS.picker);
const readings = defineSessionItem<TabReading>(SESSION_ITEMS.reading);
const contactIds = defineSessionItem<string>(SESSION_ITEMS.contactId);
const toConsole = createMessenger<ToConsole>();
const toPicker = createMessenger<ToPicker>();

export function listenForPicker(): void {
  const { listen } = createMessenger<ToBackground>();
  listenForOpening(listen);

  listen('pickerJoined', async ({ data, sender }) => {
    const tabId = acceptSender('pickerJoined', sender, browser.runtime.id)?.tabId;
    const frame = pickerFrameSchema.safeParse(data);
    if (typeof tabId !== 'number' || sender.frameId === undefined || !frame.success) return null;
    return joinFrame(tabId, { frameId: sender.frameId, token: frame.data.token });
  });

  listen('scriptPicked', async ({ data, sender }) => {
    const tabId = acceptSender('scriptPicked', sender, browser.runtime.id)?.tabId;
    const choice = pickerChoiceSchema.safeParse(data);
    const picker = typeof tabId === 'number' ? await pickers.read(tabId) : null;
    const isOurs = picker?.frameId !== undefined && picker.frameId === sender.frameId;
    if (typeof tabId !== 'number' || !choice.success || !isOurs)
      return { ok: false, reason: 'no-conversation' };
    return insertChoice(tabId, choice.data, picker.expected);
  });
}

function listenForOpening(listen: ReturnType<typeof createMessenger<ToBackground>>['listen']): void {
  listen('pickerTriggered', async ({ data, sender }) => {
    const tabId = acceptSender('pickerTriggered', sender, browser.runtime.id)?.tabId;
    const seen = insertionExpectationSchema.safeParse(data);
    if (typeof tabId !== 'number' || !seen.success) return;
    await pickers.write(tabId, { expected: seen.data });
    await enterPage(tabId);
  });

  listen('pickerOpened', async ({ data, sender }) => {
    const tabId = acceptSender('pickerOpened', sender, browser.runtime.id)?.tabId;
    const frame = pickerFrameSchema.safeParse(data);
    const picker = typeof tabId === 'number' ? await pickers.read(tabId) : null;
    if (typeof tabId !== 'number' || !frame.success || !picker) return;
    await pickers.write(tabId, { expected: picker.expected, token: frame.data.token });
  });

  listen('pickerClosed', async ({ data, sender }) => {
    const tabId = acceptSender('pickerClosed', sender, browser.runtime.id)?.tabId;
    const frame = pickerFrameSchema.safeParse(data);
    if (typeof tabId !== 'number' || !frame.success) return;
    // It can come late, when the next one is open already.
    const picker = await pickers.read(tabId);
    if (picker?.token === frame.data.token) await pickers.remove(tabId);
  });
}

/** Only now: hardly any page needs that code. */
async function enterPage(tabId: number): Promise<void> {
  await browser.scripting
    .executeScript({ target: { tabId, frameIds: [0] }, files: [PICKER_SCRIPT] })
    // Our own practice page lets no script in; any other page that does not has gone meanwhile.
    .catch(() => toPicker.send('loadPicker', undefined, tabId).catch(() => undefined));
}

/** A page that has found out our address can show our page in a frame of its own: that one knows no token. */
async function joinFrame(
  tabId: number,
  { frameId, token }: { frameId: number; token: string },
): Promise<PickerContext | null> {
  const picker = await pickers.read(tabId);
  // The same frame may ask twice, when the answer got lost.
  if (!picker || picker.token !== token || (picker.frameId ?? frameId) !== frameId) return null;
  await pickers.write(tabId, { ...picker, frameId });
  const conversation = (await readings.read(tabId))?.conversation;
  return conversation?.id === picker.expected.conversationId ? { conversation } : null;
}

async function insertChoice(
  tabId: number,
  { articleId, ...choice }: PickerChoice,
  expected: InsertionExpectation,
): Promise<InsertionResult | { ok: false; reason: 'console-gone' }> {
  const result = await toConsole
    .send('insertReply', { ...choice, expected }, tabId)
    .catch(() => ({ ok: false, reason: 'console-gone' }) as const);
  if (result.ok) noteInsertion(tabId, articleId, expected);
  // The person has been told and looks: the next choice is for what is there now.
  else if (result.reason === 'customer-wrote-again') await catchUp(tabId);
  return result;
}

async function catchUp(tabId: number): Promise<void> {
  const [picker, reading] = await Promise.all([pickers.read(tabId), readings.read(tabId)]);
  const conversation = reading?.conversation;
  if (!picker || conversation?.id !== picker.expected.conversationId) return;
  await pickers.write(tabId, { ...picker, expected: expectNothingMoved(conversation) });
}

/** As from the panel: what is used often comes up sooner. Nobody waits for the disk. */
function noteInsertion(tabId: number, articleId: string, expected: InsertionExpectation): void {
  const turnId = expected.lastCustomerMessageId ?? expected.conversationId;
  Promise.all([openRecords(), contactIds.read(tabId)])
    .then(([{ suggestionRecords }, contactId]) =>
      contactId
        ? suggestionRecords.record({ contactId, turnId, articleIds: [articleId], outcome: 'inserted' })
        : undefined,
    )
    .catch((error: unknown) => reportError('background/picked', error));
}

/** What was opened beside one customer is gone before another is answered. */
export function closePickerOfAnother(tabId: number, conversation: Conversation | null): void {
  pickers
    .read(tabId)
    .then(async (picker) => {
      if (!picker || picker.expected.conversationId === conversation?.id) return;
      await pickers.remove(tabId);
      // It may not have come that far, or be gone by itself.
      await toPicker.send('closePicker', undefined, tabId).catch(() => undefined);
    })
    .catch((error: unknown) => reportError('background/close-picker', error));
}
