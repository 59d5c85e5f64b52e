import { useLiveQuery } from 'dexie-react-hooks';
import { useRecords } from './records.ts';

/** The title of the last script that was used: usually what the contact was about. Empty if none was. */
export function useSuggestedTopic(contactId: string): string {
  const { suggestionRecords, articles } = useRecords();
  const topic = useLiveQuery(async () => {
    const records = await suggestionRecords.listForContact(contactId);
    const used = records.filter(({ outcome }) => outcome === 'inserted').toSorted((a, b) => b.at - a.at)[0];
    if (!used) return '';
    return (await articles.findMany([used.articleId])).get(used.articleId)?.title ?? '';
  }, [suggestionRecords, articles, contactId]);
  return topic ?? '';
}
