import type { SlotValues } from '../articles/index.ts';
import type { Conversation } from '../conversation/index.ts';

export interface SlotSources {
  conversation: Conversation | null;
  /** From the agent's settings; empty if never given. */
  agentName: string;
}

// A parcel's or a ticket's number (快递单号, 工单号) is none.
const ORDER_NUMBER =
  /(?:订单|(?<!快递|物流|运|工)单号|\border(?:\s+(?:number|no\.?|id))?(?:\s+is)?)[^0-9A-Za-z]{0,8}([A-Za-z]{0,3}\d{8,22})/i;

/** Slots the conversation and the agent's profile can fill; everything else is asked for. */
export function collectSlotValues({ conversation, agentName }: SlotSources): SlotValues {
  const values: Record<string, string> = {};
  const name = conversation?.customerName ?? '';
  if (name) Object.assign(values, { 客户称呼: name, 'customer name': name });
  const orderNumber = conversation ? findOrderNumber(conversation) : undefined;
  if (orderNumber) Object.assign(values, { 订单号: orderNumber, 'order number': orderNumber });
  if (agentName) Object.assign(values, { 客服姓名: agentName, 'agent name': agentName });
  return values;
}

/** Only what the customer wrote counts, newest first: an order number we quoted may be somebody else's. */
function findOrderNumber({ messages }: Conversation): string | undefined {
  const newestFirst = messages.filter(({ role }) => role === 'customer').toReversed();
  for (const { text } of newestFirst) {
    const found = ORDER_NUMBER.exec(text)?.[1];
    if (found) return found;
  }
  return undefined;
}
