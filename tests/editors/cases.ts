/** What is inserted, and where. */

export interface Case {
  id: string;
  /** What the agent had typed, as it stands around the caret. */
  draft: readonly [before: string, after: string];
  /** How much of what stands before the caret is selected: that must stay too. */
  selected?: number;
  /** The draft is the console's placeholder, which only looks like one. */
  isPlaceholder?: boolean;
  /** What of the draft stands before the caret to call the picker: it is read, and makes room for the text. */
  called?: string;
  /** Which words of the draft the text goes in for; the rest stays, and so does the caret. */
  replaces?: string;
  text: string;
  /** What the editor's model must hold, where that is not `text`. */
  shown?: string;
  /** Each of these must be in what the editor would send: the case is for editors that take HTML. */
  markup?: readonly RegExp[];
}

const EMPTY = ['', ''] as const;

export const CASES: readonly Case[] = [
  { id: 'empty', draft: EMPTY, text: 'Hello Emma, it is on its way.' },
  { id: 'caret', draft: ['Dear Emma, ', ' Best, Mei'], text: 'it is on its way.' },
  { id: 'selected', draft: ['Dear Emma, bye', ''], selected: 3, text: ' for now.' },
  { id: 'holder', draft: ['Write a reply…', ''], isPlaceholder: true, text: 'Hello Emma.' },
  { id: 'picker', draft: ['Dear Emma, //ref', ' Best, Mei'], called: '//ref', text: 'it is on its way.' },
  {
    id: 'replace',
    draft: ['Dear Emma, this will definitely ', 'come.'],
    replaces: 'will definitely',
    text: 'should',
  },
  { id: 'replace-end', draft: ['您好，这个肯定能退', ''], replaces: '这个肯定能退', text: '这个我帮您核实' },
  { id: 'lines', draft: EMPTY, text: 'Line one\nLine two\n\nLine four' },
  { id: 'markup', draft: EMPTY, text: 'Write <b>&amp;</b> & "quotes" <i>here</i>' },
  { id: 'chinese', draft: EMPTY, text: '您好，已为您查询 🚚，预计明天送达 👩🏽‍💻。' },
  {
    id: 'rich',
    draft: EMPTY,
    text: 'Dear **Emma**,\nsee [our shop](https://shop.example/a?b=1&c=2) <b>now</b>',
    shown: 'Dear Emma,\nsee our shop <b>now</b>',
    markup: [
      /<(?:strong|b)\b[^>]*>Emma<\/(?:strong|b)>/,
      /<a [^>]*href="https:\/\/shop\.example\/a\?b=1&amp;c=2"[^>]*>our shop<\/a>/,
      /&lt;b&gt;now&lt;\/b&gt;/,
    ],
  },
];

/** What the agent types afterwards: it must land behind the reply. */
export const TYPED_AFTER = 'ok';
