/** What a person sees of a mail: the agent's own words. */
import { createRequire } from 'node:module';

/** The parts of jsdom, which brings no types, that are used here. */
interface JsdomModule {
  JSDOM: new (html: string) => { window: Window & { Node: { TEXT_NODE: number } } };
}
const { JSDOM } = createRequire(import.meta.url)('jsdom') as JsdomModule;

/** Elements that begin and end on lines of their own. */
const BLOCKS = 'address,blockquote,center,div,h1,h2,h3,h4,h5,h6,hr,li,ol,p,pre,table,tr,ul';
/** What the console adds to the agent's words: the mail that is answered, its heading, the signature. */
const ADDITIONS = 'blockquote,#reply-intro,#signature,style,script,title';

/**
 * The text a mail's HTML shows, without quote and signature. Lines are lines whether they are
 * paragraphs, `div`s or `br`s; a block that holds nothing but a space or a `br` is a blank line.
 */
export function readHtmlText(html: string): string {
  const { window } = new JSDOM(html);
  const { body } = window.document;
  for (const element of body.querySelectorAll(ADDITIONS)) {
    element.remove();
  }
  const lines = new Lines(window.Node.TEXT_NODE);
  lines.readChildren(body);
  window.close();
  return lines.finish();
}

class Lines {
  readonly #textType: number;
  readonly #done: string[] = [];
  #line = '';
  /** Whether the line exists although it is empty: something that is no text stood in it. */
  #isHeld = false;

  constructor(textType: number) {
    this.#textType = textType;
  }

  readChildren(parent: Node): void {
    for (const node of parent.childNodes) {
      if (node.nodeType === this.#textType) {
        this.#line += (node.nodeValue ?? '').replaceAll(/[ \t\r\n]+/g, ' ');
      } else if (isElement(node)) {
        this.#readElement(node);
      }
    }
  }

  finish(): string {
    this.#endBlock();
    return this.#done.join('\n').trim();
  }

  #readElement(element: Element): void {
    if (element.localName === 'br') {
      this.#isHeld = true;
      this.#endBlock();
    } else if (element.matches(BLOCKS)) {
      this.#endBlock();
      this.readChildren(element);
      this.#endBlock();
    } else {
      this.readChildren(element);
    }
  }

  #endBlock(): void {
    const text = this.#line.replaceAll(/^ +| +$|(?<= ) +/g, '');
    if (text !== '' || this.#isHeld) {
      // A no-break space is how editors write a blank line, and the second of two spaces.
      this.#done.push(text.replaceAll('\u00A0', ' ').trimEnd());
    }
    this.#line = '';
    this.#isHeld = false;
  }
}

function isElement(node: Node): node is Element {
  return 'localName' in node;
}
