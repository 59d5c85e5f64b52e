import { confirmPromise, type ServicePromise } from '../../knowledge/promises/index.ts';
import { MORNING } from './make-conversation.ts';

/** An open promise to call back within two hours, unless told otherwise; its reminder as the ledger sets it. */
export function makePromise(change: Partial<ServicePromise> = {}): ServicePromise {
  const { madeAt = MORNING, dueAt = madeAt + 2 * 3_600_000 } = change;
  const promise = confirmPromise(
    { words: '我会在今天18点前给您回电', dueAt, action: 'call-back' },
    { id: 'promise-1', contactId: 'contact-1', conversationKey: 'key-1', madeAt },
  );
  return { ...promise, ...change };
}
