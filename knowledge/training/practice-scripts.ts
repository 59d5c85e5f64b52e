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
  {
    id: 'sim-card-furious',
    locale: 'zh-CN',
    customerName: '赵先生',
    channel: '网上营业厅',
    topic: '号卡投诉，要打 12300',
    steps: [
      {
        on: 'start',
        lines: [
          '你们还要不要脸！！广告写的29元200G，激活了才给我30G，我都第三次来找你们了！',
          '今天再不给个说法，我就打12300投诉你们！',
        ],
      },
      { on: 'agent-reply', lines: ['我能不气吗！每次都说帮我查，查完就没人理了。'] },
      { on: 'agent-reply', lines: ['对，就是这样。我要200G按29元给我，多扣的钱退回来。'] },
      { on: 'agent-reply', lines: ['行，这话我听着还像样。那你说怎么办吧。'] },
      { on: 'agent-reply', lines: ['机主就是我本人，广告截图刚发给你们邮箱了。'] },
      { on: 'agent-reply', lines: ['那就按第一个办吧。'] },
      { on: 'agent-reply', lines: ['对，没问题，就这么定。'] },
      { on: 'agent-reply', lines: ['好，那我等你电话。'] },
    ],
  },
];
