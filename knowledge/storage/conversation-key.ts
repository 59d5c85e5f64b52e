import type { WorkDatabase } from './databases.ts';
import { guardStorage } from './storage-failure.ts';

const SECRET_KEY = 'conversation-secret';

/**
 * Names a conversation without saying who it is: HMAC-SHA-256 with a secret that never leaves this
 * database. Conversation ids can be phone numbers or addresses, so a plain hash could be guessed.
 *
 * @param place site and console (`namePlace`): two of them can name their conversations alike
 * @returns 32 hexadecimal characters
 */
export async function deriveConversationKey(
  database: WorkDatabase,
  place: string,
  conversationId: string,
): Promise<string> {
  const secret = await guardStorage(() => readOrCreateSecret(database));
  const bytes = new TextEncoder();
  const key = await crypto.subtle.importKey(
    'raw',
    bytes.encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const signature = await crypto.subtle.sign('HMAC', key, bytes.encode(`${place}\n${conversationId}`));
  return [...new Uint8Array(signature).slice(0, 16)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

function readOrCreateSecret(database: WorkDatabase): Promise<string> {
  return database.transaction('rw', database.meta, async () => {
    const stored = await database.meta.get(SECRET_KEY);
    if (stored) return String(stored.value);
    const secret = `${crypto.randomUUID()}${crypto.randomUUID()}`;
    await database.meta.put({ key: SECRET_KEY, value: secret });
    return secret;
  });
}
