import type { PracticeScript } from './practice-script.ts';

/** Customers to practise with. The first is the one the demo plays. */
export const PRACTICE_SCRIPTS: readonly PracticeScript[] = [
  {
    id: 'sim-card',
    locale: 'zh-CN',
    customerName: '王女士',
    channel: '网上营业厅',
    topic: '号卡套餐与宣传不符',
    steps: [
      {
        on: 'start',
        lines: ['你们这号卡怎么回事！广告写的29元200G，激活了一看根本不是那个套餐，这不是骗人吗？'],
      },
      { on: 'agent-reply', lines: ['我就是看你们广告办的，截图我都留着呢。'] },
      { on: 'agent-reply', lines: ['行吧，那你们什么时候给我答复？再拖我就去投诉了。'] },
      { on: 'agent-reply', lines: ['好，我等你消息。谢谢。'] },
    ],
  },
  {
    id: 'refund',
    locale: 'zh-CN',
    customerName: '李先生',
    channel: '网店客服',
    topic: '退款没到账',
    steps: [
      { on: 'start', lines: ['在吗', '我三天前退的货，钱怎么还没退给我？'] },
      { on: 'agent-reply', lines: ['订单号 202611180042，你查一下'] },
      { on: 'agent-reply', lines: ['那大概几天能到？'] },
      { on: 'agent-reply', lines: ['行，知道了，谢谢'] },
    ],
  },
  {
    id: 'late-reply',
    locale: 'en',
    customerName: 'Emma Clarke',
    channel: 'Web chat',
    topic: 'Waiting too long',
    steps: [
      { on: 'start', lines: ["Hello? I've been waiting for ages, is anyone there?"] },
      {
        on: 'agent-reply',
        lines: ['Fine. I want to complain about your colleague, he was really rude to me.'],
      },
      { on: 'agent-reply', lines: ['Alright. When will I hear back?'] },
      { on: 'agent-reply', lines: ['Thanks, that works.'] },
    ],
  },
];
