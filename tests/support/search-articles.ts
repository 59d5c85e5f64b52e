/** A small knowledge base for tests of searching: forty-four Chinese questions and twelve English ones. */
import type { Article } from '../../knowledge/articles/index.ts';
import { makeArticle } from './make-article.ts';

/** Id: title | alias | alias … */
const CHINESE = `
  refund-time: 退款多久到账 | 钱怎么还没退回来
  refund-how: 怎么申请退款 | 不想要了怎么退钱
  return-goods: 七天无理由退货 | 东西不满意能退吗
  exchange: 尺码不合适怎么换货 | 衣服买小了
  invoice-title: 发票抬头怎么修改 | 公司名称写错了
  invoice-get: 电子发票在哪里下载 | 发票什么时候开
  parcel-late: 快递一直不更新 | 包裹好几天没动
  parcel-lost: 包裹丢失怎么赔付 | 快递弄丢了
  address: 修改收货地址 | 地址填错了
  cancel-order: 取消订单 | 拍错了不想要
  coupon: 优惠券用不了 | 红包不能抵扣
  price-drop: 刚买就降价补差价 | 保价怎么申请
  broken: 收到商品破损 | 打开就是坏的
  missing-part: 少发了配件 | 漏发赠品
  review: 怎么删除评价 | 评论能改吗
  password: 忘记登录密码 | 密码输错被锁
  phone-number: 更换绑定手机号 | 旧号码不用了
  real-name: 实名认证失败 | 身份证通不过
  close-account: 怎么注销账户 | 销户流程
  login-code: 收不到验证码短信 | 短信一直不来
  sim-activate: 号卡激活不成功 | 新卡插上没信号
  plan-change: 怎么更改套餐 | 套餐太贵想换便宜的
  plan-effect: 新套餐什么时候生效 | 改了当月算不算
  data-over: 流量超出怎么收费 | 流量用完了
  roaming: 国际漫游怎么开通 | 出国能用吗
  broadband-down: 宽带无法上网 | 家里断网了
  broadband-move: 宽带移机 | 搬家宽带怎么办
  router: 路由器红灯闪烁 | 光猫亮红灯
  bill-high: 话费突然变高 | 多扣了我的钱
  recharge: 充值没有到账 | 话费充错号码
  call-forward: 呼叫转移怎么设置 | 电话转到别的号码
  voicemail: 取消语音信箱 | 关闭来电提醒
  ring: 彩铃怎么取消 | 炫铃业务退订
  port-out: 携号转网办理 | 换运营商不换号
  sim-lost: 手机卡丢了怎么补 | 补办手机卡
  black-list: 设置黑名单 | 骚扰电话拦截
  family: 亲情号码添加成员 | 家庭共享流量
  points: 积分怎么兑换 | 积分快过期
  store: 附近营业厅地址 | 线下网点几点开门
  complaint: 投诉客服态度差 | 你们的人骂我
  loan-pay: 提前还款手续费 | 能不能早点还清
  bank-queue: 银行排队预约 | 网点取号
  repeat: 重复扣款 | 同一笔扣了两次
  hotel: 行程变更改签 | 酒店改日期`;

const ENGLISH = `
  en-refund: Refund not received | where is my money
  en-card: Activate a new bank card | card does not work yet
  en-password: Reset a forgotten password | cannot sign in
  en-delivery: Track a late delivery | parcel has not arrived
  en-warranty: Warranty for repaired products | is the repair covered
  en-invoice: Download an invoice | need a receipt
  en-cancel: Cancel a subscription | stop the monthly payment
  en-address: Change the shipping address | wrong street on the order
  en-exchange: Exchange for another size | shoes are too small
  en-fee: International transfer fee | charged for sending abroad
  en-top-up: Top up with a voucher | add credit to the account
  en-language: Change the language of the app | switch to another language`;

/** One in Taiwan's script and words. */
const TAIWANESE = `
  tw-message: 簡訊無法傳送 | 傳不出簡訊
  tw-bill: 帳單地址變更 | 帳單寄錯地方`;

function readArticles(lines: string, locale: Article['locale']): Article[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', names = ''] = line.trim().split(': ');
      const [title = '', ...aliases] = names.split(' | ');
      return makeArticle({
        id,
        locale,
        title,
        aliases,
        tags: [],
        replies: [{ tone: 'formal', text: `(${id})` }],
      });
    });
}

export const SEARCH_ARTICLES: readonly Article[] = [
  ...readArticles(CHINESE, 'zh-CN'),
  ...readArticles(TAIWANESE, 'zh-TW'),
  ...readArticles(ENGLISH, 'en'),
];
