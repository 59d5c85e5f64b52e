/**
 * `npm run eval:cards -- --docs D.jsonl --queries Q.jsonl [--messages M.jsonl] [--json]`: the cards an agent would see
 * if these questions were messages of a customer, and how many messages that ask nothing would get one. The last line
 * is one JSON object. See docs/retrieval.md.
 */
import { parseArgs } from 'node:util';
import { createDeskmateEngine } from './deskmate-engine.ts';
import { createCardReader, measureCards, measureDisturbance } from './measure-cards.ts';
import { readLines, type SetArticle, type SetQuestion } from './question-set.ts';
import { round } from './score-answers.ts';
import { asksNothing } from './silent-messages.ts';

const USAGE = 'npm run eval:cards -- --docs D.jsonl --queries Q.jsonl [--messages M.jsonl] [--json]';
const MAX_SILENT = 1_000;

const { values } = parseArgs({
  options: {
    docs: { type: 'string' },
    queries: { type: 'string' },
    messages: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
if (!values.docs || !values.queries) {
  console.error(USAGE);
  process.exit(2);
}

const articles = await readLines<SetArticle>(values.docs);
const questions = await readLines<SetQuestion>(values.queries);
const messages = values.messages ? await readLines<{ text: string }>(values.messages) : [];
const silent = messages
  .map(({ text }) => text)
  .filter(asksNothing)
  .slice(0, MAX_SILENT);
const readCards = createCardReader(createDeskmateEngine(articles).index, articles);
const cards = measureCards(readCards, questions);
const silentShownRate = measureDisturbance(readCards, silent);
if (!values.json) {
  console.log(
    `${percent(cards.shownRate)} of ${questions.length} questions get a card, ${cards.cardsShown} on average`,
  );
  console.log(
    `of these, ${percent(cards.firstRight)} a right one first, ${percent(cards.anyRight)} a right one at all`,
  );
  if (silent.length > 0)
    console.log(`${percent(silentShownRate)} of ${silent.length} messages that ask nothing get a card`);
}
console.log(JSON.stringify({ queries: questions.length, ...cards, silent: silent.length, silentShownRate }));

function percent(share: number): string {
  return `${round(100 * share, 1)} %`;
}
