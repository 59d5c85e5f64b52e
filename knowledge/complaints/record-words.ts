/** The words of a printed case record; they go into a document, not on a page of ours. */
import { SEVERITY_NAMES } from './case-summary.ts';
import type { CaseRecord, RecordClause, RecordEntry } from './case-record.ts';
import type { ComplaintLocale, LocalText } from './local-text.ts';
import { toZonedTime } from '../../utils/time/zoned-time.ts';
import type { Quadrant } from './severity.ts';

const text = (zhCn: string, zhTw: string, en: string): LocalText => ({ 'zh-CN': zhCn, 'zh-TW': zhTw, en });

export const CLAUSE_NAMES: Record<RecordClause, LocalText> = {
  communication: text('沟通', '溝通', 'Communication'),
  receipt: text('投诉受理', '客訴受理', 'Receipt of complaint'),
  tracking: text('投诉跟踪', '客訴追蹤', 'Tracking of complaint'),
  acknowledgement: text('受理告知', '受理告知', 'Acknowledgement of complaint'),
  'initial-assessment': text('初步评审', '初步評估', 'Initial assessment of complaint'),
  investigation: text('投诉调查', '客訴調查', 'Investigation of complaint'),
  response: text('投诉响应', '客訴回應', 'Response to complaint'),
  'communicating-decision': text('沟通决定', '溝通決定', 'Communicating the decision'),
  closing: text('投诉终止', '客訴結案', 'Closing the complaint'),
};

const SPEAKERS: Record<RecordEntry['who'], LocalText> = {
  customer: text('客户', '客戶', 'Customer'),
  agent: text('客服', '客服', 'Agent'),
  lead: text('组长', '組長', 'Team lead'),
  system: text('系统', '系統', 'System'),
};

const QUADRANT_NAMES: Record<Quadrant, LocalText> = {
  red: text('红', '紅', 'red'),
  orange: text('橙', '橙', 'orange'),
  yellow: text('黄', '黃', 'yellow'),
  blue: text('蓝', '藍', 'blue'),
};

const WORDS = {
  title: text('投诉案件记录', '客訴案件紀錄', 'Complaint case record'),
  standard: text(
    '步骤依 GB/T 19012-2019（ISO 10002）第 7.1–7.9 条编排',
    '步驟依 ISO 10002 第 7.1–7.9 條編排',
    'Arranged by the steps of ISO 10002, clauses 7.1 to 7.9',
  ),
  case: text('案件编号', '案件編號', 'Case'),
  topic: text('事由', '事由', 'About'),
  severity: text('等级', '等級', 'Severity'),
  demand: text('客户诉求', '客戶訴求', 'What the customer asks for'),
  opened: text('受理时间', '受理時間', 'Opened'),
  closed: text('结案时间', '結案時間', 'Closed'),
  stillOpen: text('未结案', '未結案', 'still open'),
  nothing: text('（没有记录）', '（沒有紀錄）', '(nothing noted)'),
  none: text('（未填写）', '（未填寫）', '(not given)'),
};

export interface PrintContext {
  locale: ComplaintLocale;
  timeZone: string;
}

/** A record in words, ready to be escaped for whatever it is printed in. */
export interface PrintableRecord {
  title: string;
  standard: string;
  facts: { name: string; value: string }[];
  sections: { heading: string; entries: string[]; nothing: string }[];
}

export function putInWords(record: CaseRecord, { locale, timeZone }: PrintContext): PrintableRecord {
  const say = (name: keyof typeof WORDS) => WORDS[name][locale];
  const quadrant = record.quadrant ? ` · ${QUADRANT_NAMES[record.quadrant][locale]}` : '';
  return {
    title: say('title'),
    standard: say('standard'),
    facts: [
      { name: say('case'), value: record.id },
      { name: say('topic'), value: record.topic || say('none') },
      { name: say('severity'), value: SEVERITY_NAMES[record.severity][locale] + quadrant },
      { name: say('demand'), value: record.demand || say('none') },
      { name: say('opened'), value: printTime(record.openedAt, timeZone) },
      {
        name: say('closed'),
        value: record.closedAt === null ? say('stillOpen') : printTime(record.closedAt, timeZone),
      },
    ],
    sections: Object.entries(CLAUSE_NAMES).map(([clause, name], index) => ({
      heading: `7.${index + 1} ${name[locale]}`,
      entries: record.clauses[clause as RecordClause].map((entry) => printEntry(entry, { locale, timeZone })),
      nothing: say('nothing'),
    })),
  };
}

function printEntry({ at, who, text: words }: RecordEntry, { locale, timeZone }: PrintContext): string {
  const time = at === null ? '' : `${printTime(at, timeZone)} `;
  const colon = locale === 'en' ? ': ' : '：';
  return `${time}${SPEAKERS[who][locale]}${colon}${words}`;
}

/** With the zone: the record is read elsewhere, and later. */
function printTime(at: number, timeZone: string): string {
  const { date, minutes } = toZonedTime(at, timeZone);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${date} ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)} (${timeZone})`;
}
