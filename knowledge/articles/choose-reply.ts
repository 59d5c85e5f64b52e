import type { Article, ReplyTemplate, ReplyTone } from './article.ts';

/** The reply in the tone the agent prefers, else the article's first. Articles always have one. */
export function chooseReply(article: Pick<Article, 'replies'>, tone: ReplyTone): ReplyTemplate {
  const reply = article.replies.find((candidate) => candidate.tone === tone) ?? article.replies[0];
  if (!reply) throw new Error('An article without replies got past the schema');
  return reply;
}
