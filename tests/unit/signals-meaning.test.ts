/** Signals by what is meant: each class in many words, and beside it what only sounds like it. */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  createSignalReader,
  loadEmotionModel,
  type ConversationSignals,
  type ReadSignals,
} from '../../knowledge/signals/index.ts';
import { agentSays, customerSays } from '../support/make-conversation.ts';

let read: ReadSignals;
beforeAll(async () => {
  read = createSignalReader({ model: await loadEmotionModel() });
});

const readLine = (text: string): ConversationSignals => read([customerSays('m1', text)]);

describe('complaints', () => {
  test.each([
    '说好周六上门，我请了假在家守到天黑，人影都没有',
    '充了两百，余额还是老样子',
    '麻烦看一下，这个月凭空多了一项“臻享服务”，我没点过',
    '打开盒子里面就剩泡沫了',
    '問了三個客服三種答案，到底聽誰的',
    '快遞卡在轉運中心一動也不動，第九天了',
    '机器人绕来绕去，真人死活找不着',
    '发票名称少打了一个字，财务给打回来了',
    '合約明明寫599，帳單卻來799',
    '上个月就申请退的款，到今天连个响都没听见',
    '您那位同事应承给我补差价，转头就不认账了',
    '家里宽带一到晚上就转圈，看个视频看三分钟歇五分钟',
    "I paid for next day delivery and it's day four",
    'Your bill is £30 more than what we agreed on the phone',
    'Nobody ever rang back. Fourth day of silence',
    '师傅约了两回都没露面，第三回干脆电话不接',
    '买的净水器滤芯跟机器压根对不上口',
    '优惠券明明勾了，付款还是按原价走的',
    '我只是想退个会员，兜了一大圈又回到首页',
    '流量才用到月中就告罄，往常能撑到月底',
    '麻烦您费心看看，上次那笔返现好像一直没到',
    '收到的蛋糕塌成饼了，生日都没法过',
    '你們的人把我家牆鑽了個洞就走了',
    '客服小姐一聽我要退就不講話了',
    '家里老人被你们推销的人哄着签了三年',
    '号码好端端给我销了，通知都没一个',
    'My parcel has been sitting in the depot since Tuesday',
    "I was told there'd be no exit fee and now there's a £90 one",
    'Half the set is missing and the box was taped shut by someone else',
    'The engineer never came and I took a day off for it',
  ])('heard: %s', (text) => {
    expect(readLine(text).complaint).not.toBeNull();
  });

  test.each([
    '急急急在线等，怎么把彩铃换成周杰伦的',
    '旧手机摔烂了，想换台抗摔的，推荐一下',
    '我朋友在别家买的被坑了三千，还是你们家靠谱',
    '投诉建议箱挂在营业厅哪面墙上呀，我想写表扬信',
    '如果七天内降价可以退差价吗',
    '双十一抢不到真要命，今晚几点开抢',
    '這支跟上一代比，拍照差很多嗎',
    '我家狗把充电线咬断了，哪里能买原装的',
    '律师楼要装十条专线，找谁谈',
    '我在电视台上班，想给同事团购二十张卡',
    '笑死，我妈把短信当诈骗删了，能再发一遍吗',
    '如果寄丢了一般怎么赔呀，先了解下',
    'My kid broke the screen, how much is a new one?',
    "I'm a reporter and need a data plan for a trip, what do you have?",
    'This price is insane, in a good way! Is it in stock?',
    '你们家客服太好了，比上回那家强一百倍',
    '我这人急性子，麻烦快点告诉我几点截止',
    '要是退货的话运费谁出呢',
    '老手机实在带不动了，卡得想扔，换啥好',
    '帮我查下话费还剩多少',
    '刚才态度不好是我不对，跟你没关系',
    '听说隔壁城市断网了，我们这边会受影响吗',
    '下雨天快递小哥辛苦了，晚点送没关系',
    '請問可以改送到公司嗎，我白天不在家',
    '我想退订短信提醒，怎么弄',
    '退款大概几天到呀',
    '孩子把平板砸了，屏能换不，多少钱',
    'What happens if my parcel gets lost?',
    'Is the red one any better than the blue one?',
    'Thanks for sorting that out yesterday, you lot are brilliant',
    '我在追一部律政剧，你们流量包够看几集',
    '老板天天骂我，求个静音耳机',
    '你们那款扫地机跟别家比哪个不容易坏',
    '这锅糊了怎么洗，急',
    '中奖短信是你们发的还是骗子呀',
    '要是收到坏的你们怎么处理',
    '昨天断网是全城检修吧，现在好了，谢谢',
    'My internet bill is fine, I just want to add a line',
    'I hate my old provider, they lied to me. What can you offer?',
  ])('none: %s', (text) => {
    expect(readLine(text)).toMatchObject({ complaint: null, threats: [], dangers: [] });
  });
});

describe('threats', () => {
  test.each([
    ['regulator', '一直这么拖，那我只好走别的渠道反映了'],
    ['regulator', '总有管得了你们的部门，我明天就去'],
    ['regulator', '再沒消息，我就請消保官來跟你們談'],
    ['regulator', '今天下班前不退，工信部那边的申诉表我就点提交'],
    ['regulator', "If this isn't fixed today I'm taking it to the ombudsman"],
    ['media', '你们就等着上热搜吧，退款拖了一个月'],
    ['media', '我把经过剪成视频了，退款不到账今晚就放出去'],
    ['media', '不退錢我就po到Dcard給大家看'],
    ['media', '我是跑民生线的，退款再不到，下期稿子就写你们'],
    ['media', 'My podcast has 20k listeners and your broken router is the next episode'],
    ['legal', '扣了我三个月钱，合同我已经让律师朋友看了'],
    ['legal', '證據我都留好了，錢不退我們法院談'],
    ['legal', '聊天记录我公证过了，不退就打官司'],
    ['legal', "Refund me or you'll be hearing from my lawyer"],
    ['legal', 'You charged me twice and ignored me, small claims it is'],
    ['regulator', '我已经在全国12315平台登记了，你们等电话吧'],
    ['regulator', '再这样我直接上工信部网站填单子'],
    ['regulator', '消委會那邊我禮拜一就去遞件，扣的錢一毛都別想賴'],
    ['regulator', '市场监管所就在我家楼下，扣的钱不退我下楼几步路的事'],
    ['regulator', "I've opened a case with Ofcom about this charge"],
    ['regulator', 'Sort it or Trading Standards gets my file'],
    ['media', '这事不给说法，明天本地论坛头条就是你们，钱还不退'],
    ['media', '录音我都剪好了，退不退款你们自己掂量，抖音上见'],
    ['media', '本市的帮忙栏目我认识编导，坏机器不换就请他来拍'],
    ['media', '退款再拖，我就把聊天記錄全部PO上脸书社團'],
    ['media', 'Fix my line or the local paper gets the screenshots'],
    ['media', "I've 40k people on TikTok who'd love to hear how you treat customers"],
    ['legal', '三天内不退定金，等着收法院传票'],
    ['legal', '违约金这条我找法律援助问过了，无效，不退我就起诉'],
    ['legal', '我老婆就是干律师的，合同里这条她说告你们一告一个准'],
    ['legal', '你們扣錢不退，我會寄存證信函'],
    ['legal', "You'll get a letter before action if the refund isn't here Friday"],
    ['legal', "My brother's a barrister and he says this contract won't stand up, so refund me"],
    ['bad-review', '再不发货我就去评论区把你们骂到下架'],
    ['bad-review', 'Refund me or enjoy the one-star reviews'],
  ])('%s: %s', (kind, text) => {
    expect(readLine(text).threats.map((threat) => threat.kind)).toContain(kind);
  });

  test.each([
    '我爸是工信部退休的，他想办个老年套餐',
    '律师函要寄给你们哪个部门？我是律所前台，代客户送催款函',
    '刚刷抖音看到你们的直播，还有优惠券吗',
    '我在派出所上班，发票抬头写什么',
    '新闻里说你们要涨价，是真的吗',
    '12315的牌子你们营业厅挂在哪儿',
    '律师朋友推荐我用你们家的套餐',
    '起诉离婚要用通话清单，怎么打印',
    '法院門口有你們門市嗎',
    '记者证可以当证件办卡吗',
    '我同事上次打12315投诉过别家，你们有这种事吗',
    '我想拍个视频夸夸你们的师傅',
    'I work at a court, can you deliver to the back door?',
    "We're a law firm and want twenty lines",
    'Saw your ad on TikTok, is the offer still on?',
    '我要去法院旁边办事，顺路自提可以吗',
    '帮我开一张给市场监督管理局食堂的发票',
    '电视台来我们学校拍片，要临时宽带',
    '你们上热搜了你知道吗，哈哈',
    '小红书上说你家新出的杯子好看，有货没',
    '我们律所要换套餐',
    '公证处说要通话清单，怎么开',
    '收到12315的宣传短信是你们发的吗',
    '给你们打了五星，评论区那张图是我家猫',
    '差评是隔壁店的，你们别难过',
    'My sister is a lawyer and loves your family plan',
    'Is the news app included in the plan?',
  ])('none: %s', (text) => {
    expect(readLine(text).threats).toEqual([]);
  });
});

describe('what makes it worse', () => {
  test.each([
    '这已经是我第四遍讲这件事了',
    '工单开了三张，没一张有下文',
    '一個禮拜打了四通電話',
    "I've rung you four times about this",
  ])('again and again: %s', (text) => {
    expect(readLine(text).repeat?.times).toBeGreaterThanOrEqual(3);
  });

  test.each(['宝宝才四个月，奶粉里有异物', '我爸刚做完支架，等这个电话', 'my dad is 81 and lives alone'])(
    'needs care: %s',
    (text) => {
      expect(readLine(text).vulnerable).not.toBeNull();
    },
  );

  test.each([
    '除了退款还得赔我三百块误工费',
    '誤了班機的錢你們要賠',
    'I want the refund plus £200 for the trouble',
  ])('more than was paid: %s', (text) => {
    expect(readLine(text).compensation?.isBeyondPaid).toBe(true);
  });

  test.each([
    '我在曼谷机场，卡一落地就没服务了',
    '我跑闪送的 没号我一单都接不了',
    "I'm a courier, my line's been cut and I can't take jobs",
  ])('cut off: %s', (text) => {
    expect(readLine(text).isCutOff).not.toBeNull();
  });

  test.each(['信不信我今晚就上你们楼顶', '我知道你们营业厅在哪，刀我都磨好了'])('danger: %s', (text) => {
    expect(readLine(text).dangers).not.toEqual([]);
  });

  test.each(['我刚下单骗子就报出我全名和地址', 'someone opened an account in my name'])(
    'stolen data: %s',
    (text) => {
      expect(readLine(text).identityTheft).not.toBeNull();
    },
  );
});

describe('what our side answers', () => {
  const asked = customerSays('m1', '请教一下 上回那张单子现在是个什么光景');

  test('regret of an agent speaks for a complaint where the customer is dry', () => {
    expect(read([asked]).complaint).toBeNull();
    const { complaint } = read([asked, agentSays('m2', '让您等了这么久，是我们怠慢了，非常抱歉')]);
    expect(complaint?.ruleId).toBe('zh.answer.regret');
  });

  test.each(['抱歉让您久等了，请说', '不好意思，这款暂时缺货', '您这单明天送到'])(
    'manners do not: %s',
    (text) => {
      expect(read([asked, agentSays('m2', text)]).complaint).toBeNull();
    },
  );

  test('it can be muted, and a customer who says it himself is not our side', () => {
    const muted = createSignalReader({ model: null, mutedRules: new Set(['zh.answer.regret']) });
    expect(muted([asked, agentSays('m2', '让您等了这么久，非常抱歉')]).complaint).toBeNull();
    expect(readLine('非常抱歉，是我填错了').complaint).toBeNull();
  });
});
