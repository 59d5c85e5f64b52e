import type { SlotValues } from '../articles/index.ts';
import type { Conversation, FieldName } from '../conversation/index.ts';
import { removeMasks } from '../privacy/index.ts';

export interface SlotSources {
  conversation: Conversation | null;
  /** From the agent's settings; empty if never given. */
  agentName: string;
  teamName: string;
}

type KnownFact = FieldName | 'customer-name' | 'phone-end' | 'agent-name' | 'team-name';

/** What people call it in a script, in every language scripts are written in. */
const SLOT_NAMES: Partial<Record<KnownFact, readonly string[]>> = {
  'customer-name': ['客户称呼', '客戶稱呼', 'customer name'],
  'order-number': ['订单号', '訂單編號', 'order number'],
  'tracking-number': ['快递单号', '貨運單號', 'tracking number'],
  product: ['商品名', 'product'],
  amount: ['订单金额', '訂單金額', 'order amount'],
  // Not 日期: that is mostly a day we promise.
  date: ['下单日期', '下單日期', 'order date'],
  account: ['账号', '帳號', 'account'],
  'phone-end': ['手机尾号', '手機末四碼', 'phone ending'],
  'agent-name': ['客服姓名', 'agent name'],
  'team-name': ['团队名称', '團隊名稱', 'team name'],
};

// A parcel's or a ticket's number (快递单号, 工单号) is none.
const ORDER_NUMBER =
  /(?:订单|(?<!快递|物流|运|工)单号|\border(?:\s+(?:number|no\.?|id))?(?:\s+is)?)[^0-9A-Za-z]{0,8}([A-Za-z]{0,3}\d{8,22})/i;

/** Slots the conversation, the console and the agent's profile can fill; everything else is asked for. */
export function collectSlotValues({ conversation, agentName, teamName }: SlotSources): SlotValues {
  const facts: Partial<Record<KnownFact, string | undefined>> = {
    ...(conversation && collectFacts(conversation)),
    'agent-name': agentName,
    'team-name': teamName,
  };
  return Object.fromEntries(
    Object.entries(SLOT_NAMES).flatMap(([fact, names]) => {
      const value = facts[fact as KnownFact]?.trim() ?? '';
      return isSayable(value) ? names.map((name) => [name, value] as const) : [];
    }),
  );
}

function collectFacts(conversation: Conversation): Partial<Record<KnownFact, string | undefined>> {
  const { fields = {}, customerName } = conversation;
  return {
    ...fields,
    'customer-name': customerName,
    // What the customer asks about counts for more than what the console happens to show.
    'order-number': findOrderNumber(conversation) ?? fields['order-number'],
    'phone-end': /(\d{4})\]?$/.exec(fields.phone ?? '')?.[1],
  };
}

/** What was masked was hidden from us as well. */
function isSayable(value: string): boolean {
  return value !== '' && removeMasks(value) === value;
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
