/**
 * `npm run bench:draft [-- --runs 400]`: how long a draft of 500 characters is checked for, and read for promises, as
 * JSON: `{"characters","check":{…},"promises":{…},"limitMs","ok"}`, milliseconds.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { checkDraft } from '../../knowledge/compliance/index.ts';
import { readPromises } from '../../knowledge/promises/index.ts';
import { summarise } from './statistics.ts';

const LIMIT_MS = 10;
const LENGTH = 500;
const WARM_UP = 20;
/** Fine sentences and breaches as they come in real drafts. */
const SENTENCES = [
  '王女士您好，等了三天没人回，换谁都着急，这件事我来负责。',
  '我先核对一下：11月13号下的单，尾号8831，到现在没有发出，您希望今天发出或者全额退款，对吗？',
  '今天18点前我把物流截图发给您，明早再给您回个电话。',
  '这个肯定能退，您放心；退款一般3个工作日到账。',
  '我们不能保证仓库今晚装车，您说的“绝对没问题”我已经反馈给主管。',
  "Ms. Farrow, I'll call you back by 5 pm tomorrow; I can't guarantee the courier's time.",
];

const { values } = parseArgs({ options: { runs: { type: 'string', default: '400' } } });
const runs = Number(values.runs);
const drafts = Array.from({ length: SENTENCES.length }, (_, at) =>
  [...SENTENCES.slice(at), ...SENTENCES, ...SENTENCES, ...SENTENCES].join('').slice(0, LENGTH),
);
const messages = Array.from({ length: 60 }, (_, at) => ({
  id: String(at),
  role: at % 2 === 0 ? ('customer' as const) : ('agent' as const),
  text: SENTENCES[at % SENTENCES.length] ?? '',
  sentAt: null,
}));
const said = { at: Date.UTC(2026, 10, 20, 2), timeZone: 'Asia/Shanghai' };

const check = measure((text) =>
  checkDraft({ text, conversation: { messages }, customerName: '王女士', locale: 'zh-CN' }),
);
const promises = measure((text) => readPromises(text, said));
const ok = check.p95 <= LIMIT_MS;
console.log(JSON.stringify({ characters: LENGTH, check, promises, limitMs: LIMIT_MS, ok }));

function measure(run: (text: string) => unknown) {
  const times: number[] = [];
  for (let at = 0; at < runs + WARM_UP; at += 1) {
    const started = performance.now();
    run(drafts[at % drafts.length] ?? '');
    if (at >= WARM_UP) times.push(performance.now() - started);
  }
  return summarise(times);
}
