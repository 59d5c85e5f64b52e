/** The words to ask with, when an offer is above the limit: short, masked, complete enough to say yes or no. */
import { maskPii } from '../privacy/index.ts';
import type { AskReason, AuthorityAnswer, AuthorityRole, Decision } from './authority.ts';
import type { Severity } from './conditions.ts';
import type { ComplaintLocale, LocalText } from './local-text.ts';

export interface CaseSummaryInput {
  answer: AuthorityAnswer;
  offerWords: string;
  /** The customer's own words, the telling ones first. */
  customerWords: readonly string[];
  severity: Severity;
  topic: string;
  locale: ComplaintLocale;
  decisionNames: Record<Decision, LocalText>;
}

const MAX_WORDS = 3;
const MAX_LENGTH = 80;

const LABELS: Record<
  ComplaintLocale,
  Record<'ask' | 'offer' | 'why' | 'topic' | 'severity' | 'words', string>
> = {
  'zh-CN': {
    ask: '请批：',
    offer: '拟答复：',
    why: '原因：',
    topic: '事由：',
    severity: '等级：',
    words: '客户原话：',
  },
  'zh-TW': {
    ask: '請核准：',
    offer: '擬回覆：',
    why: '原因：',
    topic: '事由：',
    severity: '等級：',
    words: '客戶原話：',
  },
  en: {
    ask: 'Please approve: ',
    offer: 'I would like to say: ',
    why: 'Why I ask: ',
    topic: 'About: ',
    severity: 'Severity: ',
    words: 'Customer’s words: ',
  },
};

export const SEVERITY_NAMES: Record<Severity, LocalText> = {
  none: { 'zh-CN': '非投诉', 'zh-TW': '非客訴', en: 'no complaint' },
  ordinary: { 'zh-CN': '一般', 'zh-TW': '一般', en: 'ordinary' },
  major: { 'zh-CN': '重大', 'zh-TW': '重大', en: 'major' },
  critical: { 'zh-CN': '紧急', 'zh-TW': '緊急', en: 'critical' },
};

export const ROLE_NAMES: Record<AuthorityRole, LocalText> = {
  'new-hire': { 'zh-CN': '新人', 'zh-TW': '新人', en: 'new hire' },
  agent: { 'zh-CN': '客服', 'zh-TW': '客服', en: 'agent' },
  'team-lead': { 'zh-CN': '组长', 'zh-TW': '組長', en: 'team lead' },
  manager: { 'zh-CN': '主管', 'zh-TW': '主管', en: 'manager' },
};

export const ASK_REASONS: Record<AskReason, LocalText> = {
  'above-limit': { 'zh-CN': '超出单笔额度', 'zh-TW': '超出單筆額度', en: 'above the limit for one case' },
  'above-customer-limit': {
    'zh-CN': '这位客户的累计额度已满',
    'zh-TW': '這位客戶的累計額度已滿',
    en: 'above what this customer may get in the period',
  },
  'too-often': {
    'zh-CN': '这位客户的次数已满',
    'zh-TW': '這位客戶的次數已滿',
    en: 'granted to this customer too often',
  },
  'amount-unknown': {
    'zh-CN': '金额算不出来',
    'zh-TW': '金額算不出來',
    en: 'the amount cannot be worked out',
  },
  'no-rule': { 'zh-CN': '没有对应的权限规则', 'zh-TW': '沒有對應的權限規則', en: 'no rule covers it' },
};

/** For whoever may say yes. Masked once more: what is passed on leaves the chat. */
export function writeCaseSummary(input: CaseSummaryInput): string {
  const { answer, offerWords, customerWords, severity, topic, locale, decisionNames } = input;
  const label = LABELS[locale];
  const amount = answer.amount === null ? '' : ` ${answer.amount}`;
  const lines = [
    `${label.ask}${decisionNames[answer.decision][locale]}${amount}`,
    `${label.topic}${topic}`,
    `${label.severity}${SEVERITY_NAMES[severity][locale]}`,
    ...(answer.isAllowed ? [] : [`${label.why}${writeReason(answer, locale)}`]),
    ...customerWords.slice(0, MAX_WORDS).map((words) => `${label.words}${quote(words, locale)}`),
    `${label.offer}${quote(offerWords, locale)}`,
  ];
  return maskPii(lines.join('\n'));
}

function writeReason(
  answer: Extract<AuthorityAnswer, { isAllowed: false }>,
  locale: ComplaintLocale,
): string {
  const limit = answer.limit === null ? '' : ` (${answer.limit})`;
  return `${ASK_REASONS[answer.reason][locale]}${limit}`;
}

function quote(words: string, locale: ComplaintLocale): string {
  // Masked before it is cut: half a number would get past the mask.
  const line = maskPii(words).replace(/\s+/g, ' ').trim();
  const short = line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
  return locale === 'zh-TW' ? `「${short}」` : `“${short}”`;
}
