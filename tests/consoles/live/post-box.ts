/** A folder with the mails for all customers: consoles put them in, customer processes look for theirs. */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The header that names who gets a mail, whatever its `To` says. */
export const DELIVERED_TO = 'delivered-to';

const ENDING = '.eml';
let count = 0;

/** Puts a mail in; it appears complete or not at all. */
export async function putMail(folder: string, recipients: readonly string[], raw: string): Promise<void> {
  count += 1;
  const name = `${Date.now()}-${String(count).padStart(6, '0')}`;
  const path = join(folder, `${name}.part`);
  await writeFile(path, `Delivered-To: ${recipients.join(', ')}\r\n${raw}`, 'latin1');
  await rename(path, join(folder, `${name}${ENDING}`));
}

/** The mails not in `seen` yet, oldest first, one character per byte; adds them to `seen`. */
export async function takeNewMails(folder: string, seen: Set<string>): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ENDING) && !seen.has(name));
  const mails: string[] = [];
  for (const name of names.toSorted()) {
    seen.add(name);
    mails.push(await readFile(join(folder, name), 'latin1'));
  }
  return mails;
}
