/** Internet mail as text: writing a customer's mails and taking an agent's mails apart. */

/** A mail as a customer's mail program writes it. */
export interface OutgoingMail {
  id: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  date: Date;
  /** Ids of the mails before it in the thread, oldest first. */
  references: readonly string[];
}

/** A mail that came in, with its bodies decoded. */
export interface IncomingMail {
  /** Lower-case names; of a repeated header the first one. */
  headers: ReadonlyMap<string, string>;
  text: string | undefined;
  html: string | undefined;
}

/** A mail with a plain and an HTML body, as mail programs send it. */
export function writeMail(mail: OutgoingMail): string {
  const boundary = `part-${mail.id}`;
  const last = mail.references.at(-1);
  return [
    `From: ${encodeWord(mail.from.name)} <${mail.from.address}>`,
    `To: <${mail.to}>`,
    `Subject: ${encodeWord(mail.subject)}`,
    `Message-ID: <${mail.id}>`,
    ...(last === undefined ? [] : [`In-Reply-To: ${last}`, `References: ${mail.references.join(' ')}`]),
    `Date: ${mail.date.toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...writePart(boundary, 'text/plain', mail.text),
    ...writePart(boundary, 'text/html', writeHtml(mail.text)),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

/** Takes a mail apart; `raw` holds one character per byte (latin1). */
export function readMail(raw: string): IncomingMail {
  const { headers, body } = splitHead(raw);
  const { text, html } = readBody(headers, body);
  return { headers, text, html };
}

/** What stands in `=?utf-8?B?…?=`, put back. */
export function decodeWords(value: string): string {
  const pattern = /=\?([\w-]+)\?([bq])\?([^?]*)\?=(?:\s+(?==\?))?/gi;
  return value.replaceAll(pattern, (_, charset: string, encoding: string, word: string) =>
    encoding.toLowerCase() === 'b'
      ? decode(Buffer.from(word, 'base64'), charset)
      : decode(fromQuotedPrintable(word.replaceAll('_', ' ')), charset),
  );
}

function encodeWord(text: string): string {
  return /^[\w ]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}

function writePart(boundary: string, type: string, body: string): string[] {
  const lines =
    Buffer.from(body)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...lines,
  ];
}

function writeHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<div dir="auto">${escaped.replaceAll('\n', '<br>\n')}</div>\n`;
}

function splitHead(raw: string): { headers: Map<string, string>; body: string } {
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/);
  const at = rest.length === 0 ? raw.length : raw.indexOf(rest[0] ?? '', head.length);
  const headers = new Map<string, string>();
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && !headers.has(name.toLowerCase())) {
      headers.set(name.toLowerCase(), value ?? '');
    }
  }
  return { headers, body: raw.slice(at) };
}

interface Bodies {
  text?: string;
  html?: string;
}

function readBody(headers: ReadonlyMap<string, string>, body: string): Bodies {
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]+)/i.exec(type)?.[1];
  if (boundary !== undefined) {
    const parts = body.split(`--${boundary}`).slice(1, -1);
    return Object.assign({}, ...parts.toReversed().map((part) => readPart(part))) as Bodies;
  }
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8';
  const content = decode(fromTransfer(headers.get('content-transfer-encoding') ?? '', body), charset);
  if (/^text\/html/i.test(type)) {
    return { html: content };
  }
  return /^text\/plain/i.test(type) ? { text: content } : {};
}

function readPart(part: string): Bodies {
  const { headers, body } = splitHead(part.replace(/^\r?\n/, ''));
  // The line break before the next boundary belongs to the boundary.
  return readBody(headers, body.replace(/\r?\n$/, ''));
}

function fromTransfer(encoding: string, body: string): Buffer {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return fromQuotedPrintable(body.replaceAll(/[ \t]*=\r?\n/g, ''));
    default:
      return Buffer.from(body, 'latin1');
  }
}

function fromQuotedPrintable(text: string): Buffer {
  const bytes = text.replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}

function decode(bytes: Buffer, charset: string): string {
  return new TextDecoder(charset).decode(bytes);
}
