import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { TabReading } from '../../knowledge/contracts/index.ts';
import type { Message } from '../../knowledge/conversation/index.ts';
import type { Contact } from '../../knowledge/interactions/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { MINUTE } from '../../utils/time/clock.ts';
import type { OfferedPromise } from './promise-offers.ts';
import { usePromiseStore } from './records.ts';
import { useOpenContact } from './use-contacts.ts';

/** Older ones were asked about in their time, or were there before us. */
const MAX_AGE = 15 * MINUTE;

/**
 * The promise to ask about now: the newest in what the agent has just written that was neither recorded nor declined.
 * Mount it anew for another chat.
 */
export function usePromiseOffer(reading: TabReading): OfferedPromise | null {
  const promises = usePromiseStore();
  const contact = useLastContact(reading);
  const offers = useOffers(reading, contact);
  const open = useLiveQuery(async () => {
    const settled = await Promise.all(offers.map(({ place, read }) => promises.isSettled(place, read)));
    return { of: offers, offer: offers.find((_, at) => !settled[at]) ?? null };
  }, [promises, offers]);
  return open?.of === offers ? open.offer : null;
}

/** A promise is often the last word: the question stays when the contact has ended with it. */
function useLastContact(reading: TabReading): Contact | undefined {
  const open = useOpenContact(reading);
  const [last, setLast] = useState(open);
  if (open && open.id !== last?.id) setLast(open);
  return open ?? last;
}

const NONE: OfferedPromise[] = [];

function useOffers(reading: TabReading, contact: Contact | undefined): OfferedPromise[] {
  const [offers, setOffers] = useState<OfferedPromise[]>(NONE);
  const messages = useRecentMessages(reading);
  // The contact's row changes with every message; who it is does not.
  const id = contact?.id;
  const conversationKey = contact?.conversationKey;
  useEffect(() => {
    if (!id || !conversationKey || messages.length === 0) return undefined;
    let isCurrent = true;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    import('./promise-offers.ts')
      .then(({ readOffers }) => readOffers(messages, { id, conversationKey }, timeZone))
      .then((read) => isCurrent && setOffers(read.filter(isAhead)))
      .catch((error: unknown) => reportError('panel/promise-offers', error));
    return () => {
      isCurrent = false;
    };
  }, [messages, id, conversationKey]);
  return offers;
}

/** Readings come with every change of the page; what the agent said changes seldom. */
function useRecentMessages(reading: TabReading): Message[] {
  const messages = listRecent(reading);
  const said = messages.map(({ id, text }) => `${id} ${text}`).join('\n');
  const [kept, setKept] = useState({ said, messages });
  if (kept.said !== said) setKept({ said, messages });
  return kept.messages;
}

function listRecent({ conversation }: TabReading): Message[] {
  const now = Date.now();
  return (conversation?.messages ?? []).filter(
    ({ role, sentAt }) => role === 'agent' && sentAt !== null && Math.abs(now - sentAt) <= MAX_AGE,
  );
}

function isAhead({ read: { dueAt } }: OfferedPromise): boolean {
  return dueAt === null || dueAt > Date.now();
}
