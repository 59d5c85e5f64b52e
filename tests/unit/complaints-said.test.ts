/** What an agent may say in many ways, and what only sounds like it: the sentences were written before the phrases. */
import { describe, expect, test } from 'vitest';
import { loadComplaintRules, tickMustSays } from '../../knowledge/complaints/index.ts';
import { makeSignals, makeTalk } from '../support/make-signals.ts';

const { playbooks } = await loadComplaintRules();
const nine = playbooks.find(({ id }) => id === 'nine-stages');
if (!nine) throw new Error('no playbook');
const playbook = nine;

/** Whether the must ticks itself for this draft. */
function isSaid(mustId: string, draft: string): boolean {
  const stage = playbook.stages.find(({ must }) => must.some(({ id }) => id === mustId));
  const reading = { messages: makeTalk('c: 在吗'), signals: makeSignals() };
  const items = tickMustSays(playbook, stage?.id ?? '', { reading, draft, locale: 'zh-CN' });
  return items.some(({ id, isSaid: said }) => id === mustId && said);
}

const SAID: Record<string, string[]> = {
  'name-feeling': [
    '摊上这种事，谁心里能痛快得了',
    '两头落空，搁我早拍桌子了',
    '一晚上没睡好吧，这滋味我懂',
    '盼了这么久等来一场空，太扫兴了',
    '您气得有道理',
    '這樣一搞真的會讓人很傻眼，也很不安心',
    '換成是我也會跳腳',
    'You must be at your wits’ end after three calls.',
    'Nobody likes being left hanging like that, it’s maddening.',
    'That’s a lousy way to spend your morning and I’d be cross too.',
  ],
  'own-next-step': [
    '您先喝口水，我去仓库那边问个明白',
    '我正跟财务核这笔钱',
    '这单我挂到我自己名下了',
    '给我五分钟，我把前后记录翻一遍',
    '我來跟倉庫確認，您不用再跑一趟',
    'Give me two minutes and I’ll dig through the notes.',
    'I’m chasing the depot right now.',
  ],
  'take-charge': [
    '这桩事往后都算我的',
    '您盯住我就成，别人不用找了',
    '打现在起这摊子归我收拾',
    '这个窟窿我来填',
    '有我在，您不用再跟第二个人讲',
    '從現在開始這個案子我全程顧到底',
    '這件我扛下來，您找我一個人就可以',
    'From here on it’s me you deal with.',
    'I’m taking ownership of this one.',
    'You won’t have to repeat yourself, this sits with me now.',
  ],
  restate: [
    '我捋一遍：周一签收，少了一只杯子，您想补寄，没听岔吧？',
    '也就是三件事，退钱、道歉、别再打电话，我说全了没',
    '您看我记得准不准：扣了两笔，想退一笔',
    '等于说当初答应免费，现在收了30，您要退回，是这个理儿吧',
    '我跟您確認一下喔，您是要換成L號，這樣沒錯吧？',
    '週三寄出、週五還沒到、您想改自取，我這樣說對不對',
    'So that’s two charges, one you never made, and you want it gone. Have I got that?',
    'You’d like the blue one swapped and the fee dropped, yes?',
    'Let me play it back: no signal since Friday, second report, you want an engineer.',
  ],
  apologise: [
    '让您白跑一趟，实在过意不去',
    '这事是我们办砸了，给您赔个礼',
    '拖到今天才给回话，我替公司跟您说声对不住',
    '該準時的沒準時，真的很不好意思讓您空等',
    '造成您的困擾，我們深感抱歉',
    'I’m so sorry you were left in the dark.',
    'You deserved better and we dropped the ball.',
    'Please accept our apologies for the mix-up.',
  ],
  'ask-identity': [
    '机主姓什么，末四位念一下，我好对一对',
    '收货的电话和名字您报给我',
    '下单用的是哪个号？',
    '方便給我訂單編號跟手機末三碼嗎',
    '姓名和證件後四碼麻煩留一下',
    'Last four digits on the card, please?',
    'Which email is the account under?',
    'Could I grab your order reference?',
  ],
  'ask-evidence': [
    '坏的那块照一张我看看',
    '当时的聊天页面截下来传我',
    '包装和面单都拍个照',
    '麻煩把瑕疵的地方拍照上傳',
    '有開箱影片的話傳給我看看',
    'Could you pop a photo of the crack in here?',
    'Send over the bank statement showing both lines',
    'A quick screenshot of the error would help',
  ],
  'evidence-complete': [
    '照片看清了，确实是运输压坏的',
    '对上了，您就是机主本人',
    '录音我从头听了一遍，当时是答应过您',
    '查明白了，是我们这头重复扣的',
    '資料都收齊了，確認是出貨時漏放',
    '核對過沒問題，款項卡在銀行端',
    'Thanks, that matches. The charge was ours.',
    'I’ve been through the call and you were told free.',
  ],
  'offer-options': [
    '要么今天补发，要么我把钱原路给您退回去',
    '两条道您挑：换新，或者退一百留着用',
    '我这儿能做的是免掉这个月月租',
    '先给您换一台，三天内寄到，这样安排可以吗',
    '看您方便，可以改寄超商，也可以直接退款',
    '我這邊可以幫您免收運費並重寄一件',
    'I can either rush a new one out or put the money back.',
    'Would a full refund suit you, or shall I swap it?',
    'Here are two routes: keep it with £20 off, or send it back free.',
  ],
  recap: [
    '那就敲定：顺丰今晚取走旧的，新的周五前到，我发短信告诉您，成吗',
    '定个准话，明天中午12点前我打给您',
    '就这么办：钱三天内退原卡，到了我发消息，您点个头',
    '說定了，週四前由我打電話跟您說結果',
    '總結一下，明天上午寄出，單號簡訊給您，這樣可以嗎',
    'To wrap up: £40 back by Friday, I’ll text you when it’s sent. OK?',
    'So we’re set: courier tomorrow before noon, I’ll email the label. Agreed?',
  ],
};

const NOT_SAID: Record<string, string[]> = {
  'name-feeling': [
    '请您理解一下我们的难处',
    '您好，请问订单号是多少',
    '别激动，有话慢慢讲',
    'Please understand our policy.',
    'Your request has been received.',
  ],
  'own-next-step': ['您自己在App里操作一下就行', '请耐心等待', 'Please contact the store directly.'],
  'take-charge': [
    '这个不归我管，您找门店',
    '可以在App里举报交给我们平台',
    '要由您本人去营业厅办',
    'That’s handled by another team.',
    '這個要請您自己聯絡銀行',
  ],
  restate: [
    '您好，有什么可以帮您',
    '好的，请稍等',
    '方便说说经过吗',
    '這樣處理可以嗎',
    'Does that work for you?',
  ],
  apologise: [
    '抱歉，这个活动不支持叠加',
    '不好意思请问您贵姓',
    '让那个店员给您道歉是吧',
    'Sorry, could you repeat that?',
    '不好意思，這個沒辦法退',
  ],
  'ask-identity': [
    '订单号我这边看得到',
    '核实无误，有尾号5686和5866',
    '我把单号用短信告诉您',
    'I have your order number here.',
  ],
  'ask-evidence': ['照片收到了，很清楚', '我把截图发给您', '單號我用簡訊傳給您', 'Thanks for the photo.'],
  'evidence-complete': [
    '等核实完给您回电',
    '麻烦拍张照',
    '查到了我第一时间告诉您',
    'Once I can see the charge I’ll let you know.',
  ],
  'offer-options': ['这个没法退', '您想退还是想换？', '請提供訂單編號', 'I can’t refund that.'],
  recap: ['您好，在的', '怎么回事呢', '我很抱歉', 'What happened?'],
};

const list = (table: Record<string, string[]>) =>
  Object.entries(table).flatMap(([id, lines]) => lines.map((line): [string, string] => [id, line]));

describe('said', () => {
  test.each(list(SAID))('%s: %s', (id, line) => {
    expect(isSaid(id, line)).toBe(true);
  });
});

describe('not said', () => {
  test.each(list(NOT_SAID))('%s: %s', (id, line) => {
    expect(isSaid(id, line)).toBe(false);
  });
});
