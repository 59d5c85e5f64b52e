import { describe, expect, it } from 'vitest';
import { formatReply, isRich } from '../../utils/text/format-reply.ts';

describe('a reply without marks', () => {
  it('is its own text, and escaped as HTML', () => {
    const reply = formatReply('Write <b>&amp;</b>\n\n"now"');
    expect(reply.text).toBe('Write <b>&amp;</b>\n\n"now"');
    expect(reply.html).toBe('<p>Write &lt;b&gt;&amp;amp;&lt;/b&gt;<br><br>&quot;now&quot;</p>');
    expect(isRich(reply)).toBe(false);
  });

  it('keeps spaces that HTML would swallow', () => {
    expect(formatReply(' a  b ').html).toBe('<p>&nbsp;a &nbsp;b&nbsp;</p>');
  });

  it.each([
    ['a mask', '138****5678 and 王**'],
    ['a product of numbers', '2 ** 3 ** 4'],
    ['a script as an address', '[here](javascript:alert(1))'],
    ['brackets that are none', 'options[1](2) and ![x]'],
  ])('leaves %s alone', (_, text) => {
    expect(formatReply(text)).toMatchObject({ text, shown: text, addresses: [] });
    expect(isRich(formatReply(text))).toBe(false);
  });
});

describe('a reply with marks', () => {
  it('has bold', () => {
    const reply = formatReply('请**务必**带上收据');
    expect(reply).toMatchObject({
      text: '请务必带上收据',
      html: '<p>请<strong>务必</strong>带上收据</p>',
      shown: '请务必带上收据',
    });
    expect(isRich(reply)).toBe(true);
  });

  it('has links, with their address where only text can go', () => {
    expect(formatReply('See [our shop](https://shop.example/a?b=1&c=2).')).toEqual({
      text: 'See our shop https://shop.example/a?b=1&c=2.',
      html: '<p>See <a href="https://shop.example/a?b=1&amp;c=2">our shop</a>.</p>',
      shown: 'See our shop.',
      addresses: ['https://shop.example/a?b=1&c=2'],
    });
  });

  it('does not say an address twice', () => {
    expect(formatReply('[https://shop.example](https://shop.example)').text).toBe('https://shop.example');
  });

  it('has pictures, which have no text of their own', () => {
    expect(formatReply('![size table](https://shop.example/s.png)')).toEqual({
      text: 'size table https://shop.example/s.png',
      html: '<p><img src="https://shop.example/s.png" alt="size table"></p>',
      shown: '',
      addresses: ['https://shop.example/s.png'],
    });
  });
});
