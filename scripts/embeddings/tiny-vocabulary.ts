/**
 * The vocabulary of the tests' small model: what a customer may mean, with the characters and words that
 * mean it. Characters of one line point in nearly the same direction, so 套餐 and 资费 are neighbours although they share no
 * character, which is what an embedding model is for.
 */
export const CONCEPTS: readonly string[] = [
  '退 返 款 钱 refund refunds money back cash',
  '套 餐 资 费 档 plan plans tariff bundle',
  '换 改 变 更 调 升 降 change switch modify upgrade',
  '携 转 网 运 营 商 port carrier operator',
  '激 活 开 通 启 activate activation enable',
  '快 递 物 流 包 裹 货 parcel package delivery courier',
  '票 据 抬 税 凭 invoice receipt vat',
  '密 码 口 令 锁 password pin passcode locked',
  '余 额 账 单 balance bill statement',
  '丢 失 挂 遗 补 lost stolen missing replace',
  '卡 号 机 手 sim card phone number mobile',
  '注 销 停 取 消 解 除 cancel close terminate stop',
  '优 惠 券 红 折 扣 coupon discount voucher promo',
  '投 诉 举 报 差 complain complaint report',
  '登 录 入 册 login sign register account',
  '信 宽 带 慢 断 signal network slow internet',
  '坏 修 障 死 维 broken repair fault warranty',
  '地 址 寄 收 送 address ship shipping send',
  '时 间 久 天 几 when long days hours',
  '人 工 服 客 agent human support service',
];

/** Words that say nothing about the matter: short vectors, so they hardly turn a sentence. */
export const FILLERS =
  '的 了 吗 呢 啊 我 你 您 他 她 它 是 不 在 有 和 与 就 都 要 想 能 会 可 以 怎 么 办 什 为 请 问 谢 好 这 那 个 一 下 还 没 到 把 被 给 对 从 去 来 a the i my is it to do can how what why please you your of for in on with and not ? ! . , ？ ！ 。 ，';

/** So that any Latin word or number becomes pieces instead of [UNK]. */
export const PIECES = [...'abcdefghijklmnopqrstuvwxyz0123456789'].flatMap((letter) => [
  letter,
  `##${letter}`,
]);

/** In the order BERT has them; padding comes first and has number 0. */
export const SPECIAL_TOKENS = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'] as const;
