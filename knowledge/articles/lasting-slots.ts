import type { SlotValues } from './fill-template.ts';

/** Slots that say who or which case: they stay the same in one conversation. A time or an amount does not. */
const LASTING_SLOTS: ReadonlySet<string> = new Set([
  '客户称呼',
  '客戶稱呼',
  '订单号',
  '訂單編號',
  '手机尾号',
  '手機末四碼',
  '工单号',
  '案件編號',
  '商品名',
  '快递公司',
  '貨運公司',
  '快递单号',
  '貨運單號',
  '地区',
  '地區',
  'customer name',
  'order number',
  'tracking number',
  'ticket number',
  'product',
]);

/** Of what was typed into one reply, what may fill the next without asking: a promised time never does. */
export function keepLastingSlots(values: SlotValues): SlotValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => LASTING_SLOTS.has(name)));
}
