/** Who is who in the mail consoles. */

/** The support desk, as customers know it. */
export const AGENT_ADDRESS = 'support@example.com';

/** The subject of every customer's first mail. */
export const SUBJECT = 'Order A-10023';

/** A customer's address; names that are not ASCII get one made of their character codes. */
export function addressOf(name: string): string {
  const codes = [...name].map((char) => (/[a-z0-9_-]/i.test(char) ? char : `x${char.codePointAt(0)}`));
  return `${codes.join('').toLowerCase()}@example.net`;
}
