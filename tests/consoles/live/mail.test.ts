import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { addressOf } from './mail-address.ts';
import { decodeWords, readMail, writeMail } from './mail-message.ts';
import { readHtmlText } from './mail-text.ts';

const MAIL = {
  id: '1@example.net',
  from: { name: '王女士', address: 'wang@example.net' },
  to: 'support@example.com',
  subject: '订单 A-10023',
  date: new Date(0),
  references: ['<0@example.com>'],
};

/** As it goes over the wire: one character per byte. */
function write(text: string): string {
  return Buffer.from(writeMail({ ...MAIL, text })).toString('latin1');
}

describe('a mail of the live consoles', () => {
  test.prop([fc.string({ unit: 'grapheme' })])('keeps every text on its way', (text) => {
    expect(readMail(write(text)).text ?? '').toBe(text);
  });

  it('keeps lines, blank lines and what looks like HTML for the eye', () => {
    const text = '您好 🚚\n\n<b>&amp;</b>\nEnde';
    expect(readHtmlText(readMail(write(text)).html ?? '')).toBe(text);
  });

  it('names sender, subject and the mail before it', () => {
    const { headers } = readMail(write('x'));
    expect(decodeWords(headers.get('from') ?? '')).toBe('王女士 <wang@example.net>');
    expect(decodeWords(headers.get('subject') ?? '')).toBe('订单 A-10023');
    expect(headers.get('in-reply-to')).toBe('<0@example.com>');
  });

  it('is read in quoted-printable, too, with words cut in two', () => {
    const raw = [
      'Subject: =?utf-8?Q?caf=C3=A9_?=',
      ' =?utf-8?Q?noir?=',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<p>a=3Db caf=C3=\r\n=A9</p>',
    ].join('\r\n');
    const { headers, html } = readMail(raw);
    expect(decodeWords(headers.get('subject') ?? '')).toBe('café noir');
    expect(html).toBe('<p>a=b café</p>');
  });

  it('shows the agent’s words without quote and signature', () => {
    const html = `<p>One &eacute;</p><p><br /></p><p>Two<br>Three</p><div id="signature">--- Alice</div>
      <p id="reply-intro">On Monday Mei wrote:</p><blockquote>Where is it?</blockquote>`;
    expect(readHtmlText(html)).toBe('One é\n\nTwo\nThree');
  });

  it('gives every name an address of its own', () => {
    expect(addressOf('Tom Weber')).not.toBe(addressOf('TomWeber'));
    expect(addressOf('王女士')).toMatch(/^[\w-]+@example\.net$/);
  });
});
