/**
 * The five dimensions of the mission with observable anchors. Self-ratings run lenient (d = .32), so each
 * level names something one can have done or not done, rather than an adjective.
 */
import type { Criterion, LocalisedText, RatingLevel, Rubric } from './rubric.ts';

const text = (zhCn: string, zhTw: string, en: string): LocalisedText => ({
  'zh-CN': zhCn,
  'zh-TW': zhTw,
  en,
});

const RESPONSE_SPEED: Record<RatingLevel, LocalisedText> = {
  1: text('客户催了两次以上才等到我', '客戶催了兩次以上才等到我', 'They had to chase me more than once'),
  2: text('客户催过一次，我才回', '客戶催過一次，我才回', 'They chased me once before I answered'),
  3: text(
    '没让客户催，但有一段没交代的空白',
    '沒讓客戶催，但有一段沒交代的空白',
    'No chasing, but one silence I did not explain',
  ),
  4: text(
    '回得及时，查询前说了要等多久',
    '回得及時，查詢前說了要等多久',
    'Prompt, and I said how long a check would take',
  ),
  5: text(
    '全程及时，每次等待都提前说、按时回',
    '全程及時，每次等待都提前說、按時回',
    'Prompt throughout; every wait announced and kept',
  ),
};

const ACCURACY: Record<RatingLevel, LocalisedText> = {
  1: text('说错了，客户走时还不知道', '說錯了，客戶離開時還不知道', 'I was wrong and they left not knowing'),
  2: text('说错过，后来当场更正', '說錯過，後來當場更正', 'I was wrong and corrected it in the chat'),
  3: text(
    '没说错，但漏了一个关键条件',
    '沒說錯，但漏了一個關鍵條件',
    'Nothing wrong, but I left out a key condition',
  ),
  4: text(
    '答案完整，条件和例外都讲了',
    '答案完整，條件和例外都講了',
    'Complete, with conditions and exceptions',
  ),
  5: text(
    '先核实再答，还请客户确认听明白了',
    '先核實再答，還請客戶確認聽明白了',
    'Checked first, and confirmed they understood',
  ),
};

const ATTITUDE: Record<RatingLevel, LocalisedText> = {
  1: text(
    '我有反问、打断或责怪客户的话',
    '我有反問、打斷或責怪客戶的話',
    'I blamed, interrupted or talked back',
  ),
  2: text('语气生硬，只回了流程', '語氣生硬，只回了流程', 'Curt: I only recited the procedure'),
  3: text(
    '礼貌，但没回应客户的情绪',
    '有禮貌，但沒回應客戶的情緒',
    'Polite, but I did not acknowledge the feeling',
  ),
  4: text(
    '说出了客户的感受，再谈办法',
    '說出了客戶的感受，再談辦法',
    'Named the feeling before the solution',
  ),
  5: text(
    '客户情绪明显缓下来，或说了谢谢',
    '客戶情緒明顯緩下來，或說了謝謝',
    'They visibly calmed down or thanked me',
  ),
};

const RESOLUTION: Record<RatingLevel, LocalisedText> = {
  1: text('没有方案，也没说下一步', '沒有方案，也沒說下一步', 'No solution and no next step'),
  2: text(
    '转出去了，没交代谁来、几时来',
    '轉出去了，沒交代誰來、幾時來',
    'Passed on without saying who or when',
  ),
  3: text(
    '给了方案，来回多绕了几轮',
    '給了方案，來回多繞了幾輪',
    'Solved, with more back-and-forth than needed',
  ),
  4: text('一次说清方案、时间和负责人', '一次說清方案、時間和負責人', 'Plan, time and owner given in one go'),
  5: text(
    '当场办完，还挡住了下一个问题',
    '當場辦完，還擋住了下一個問題',
    'Done on the spot, and the next question pre-empted',
  ),
};

const SATISFACTION: Record<RatingLevel, LocalisedText> = {
  1: text(
    '客户走时更生气，或说要投诉',
    '客戶離開時更生氣，或說要投訴',
    'They left angrier, or said they would complain',
  ),
  2: text('客户不满意，但没再说什么', '客戶不滿意，但沒再說什麼', 'Unhappy, but they let it go'),
  3: text('看不出来，客户没表态', '看不出來，客戶沒表態', 'Could not tell: they did not say'),
  4: text('客户接受了，语气平和', '客戶接受了，語氣平和', 'They accepted, in a calm tone'),
  5: text('客户道谢，或说下次还来', '客戶道謝，或說下次還來', 'They thanked me or said they would be back'),
};

const criterion = (id: string, name: LocalisedText, anchors: Criterion['anchors']): Criterion => ({
  id,
  weight: 1,
  name,
  anchors,
});

export const GENERAL_SERVICE_RUBRIC: Rubric = {
  id: 'general-service',
  version: 1,
  criteria: [
    criterion('response-speed', text('响应速度', '回應速度', 'Response speed'), RESPONSE_SPEED),
    criterion('accuracy', text('解答准确', '解答準確', 'Accuracy'), ACCURACY),
    criterion('attitude', text('服务态度', '服務態度', 'Attitude'), ATTITUDE),
    criterion('resolution', text('解决效率', '解決效率', 'Resolution'), RESOLUTION),
    criterion(
      'satisfaction',
      text('客户满意', '客戶滿意', 'Customer’s satisfaction, as I read it'),
      SATISFACTION,
    ),
  ],
};
