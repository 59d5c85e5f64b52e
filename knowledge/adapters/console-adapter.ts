/**
 * A console adapter is data: where a console keeps its conversation, in selectors. No script, so that a
 * team can share one without sharing code. Checked by `knowledge/contracts/console-adapter-schema.ts`;
 * docs/adding-a-console.md walks through one.
 *
 * Every selector list is ordered: the first that finds something wins. Kinds of the same thing belong into
 * one selector, with commas; the next entry of a list is for when the page has changed.
 */

/** How well we know a console. Shown to the person. */
export const VERIFIED_STATES = ['live', 'saved-page', 'public-facts'] as const;
export type VerifiedState = (typeof VERIFIED_STATES)[number];

/** Who can be marked as the author of a row. */
export const RULE_ROLES = ['customer', 'agent', 'bot', 'system', 'internal-note'] as const;
export type RuleRole = (typeof RULE_ROLES)[number];

/** What a console may know about the customer besides the name, for slots of replies. */
export const FIELD_NAMES = [
  'order-number',
  'tracking-number',
  'product',
  'amount',
  'date',
  'account',
  'phone',
  'email',
  'address',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** A value in the page: the text of an element, or one of its attributes. */
export interface ElementValue {
  selector: string;
  attribute?: string;
  /** First capture group is the value. Bounded: see `utils/text/bounded-pattern.ts`. */
  pattern?: string;
}

/** A value in the page's address: the first capture group. */
export interface UrlValue {
  url: string;
}

export type ValueSource = ElementValue | UrlValue;

/** The author of a row is one of those listed elsewhere in the page, such as a ticket's requestors. */
export interface AuthorTest {
  /** In the row, outside its text. */
  of: ElementValue[];
  /** Anywhere in the chat's document; every element the first source finds counts. */
  in: ElementValue[];
}

/** The console's own words in the row, such as "Comments added", are one of these: whole, never a part. */
export interface LabelTest {
  /** In the row, outside its text. */
  of: ElementValue[];
  /** In every language the console is shown in: others are not recognised. */
  is: string[];
}

/** One of the tests must hold. Rules are ordered: the first that holds wins. */
export interface RoleRule {
  role: RuleRole;
  /** The row itself must match one of these … */
  row?: string[];
  /** … or one of these must match inside the row, outside its text … */
  within?: string[];
  /** … or its author must be on a list. While list or author cannot be read, the role is unknown. */
  author?: AuthorTest;
  /** … or the console must have labelled it so. While there is no label to read, the role is unknown. */
  label?: LabelTest;
}

/** A page with a composer and without messages: what was read before in the same tab counts there. */
export interface AnswerPage {
  /** Any of these elements present: this is that page. */
  signature: string[];
  /** Which ticket, or which address the answer goes to: what both pages show, or nothing counts. */
  sameChat: ValueSource[];
}

export interface ConsoleAdapter {
  format: 2;
  id: string;
  /** Raised with every change, so that a report says which one was in use. */
  version: number;
  name: string;
  verified: VerifiedState;
  /** If both are given, both must hold. */
  match: {
    /** Match patterns such as `https://*.example.com/chat/*`. */
    urls?: string[];
    /** Any of these elements present means "this console". Self-hosted consoles have no fixed host. */
    signature?: string[];
  };
  /** The way to the document everything below is in: each step an iframe or the host of a shadow root. */
  frame?: string[];
  /** Limits everything below to the chat that is visible now. Absent: the whole document. */
  openConversation?: string[];
  conversation: {
    id: ValueSource[];
    customerName?: ValueSource[];
  };
  messages: {
    root: string[];
    item: string[];
    /** `asc`: the newest at the bottom, the usual way. */
    order?: 'asc' | 'desc';
    /** The list itself or something around it is one of these while it is `desc`, where people can choose. */
    newestFirst?: string[];
    /** Attribute that identifies a message, of the row or of what `idSelector` finds in it. Absent ids are numbered. */
    idAttribute?: string;
    idSelector?: string;
    roles: RoleRule[];
    text: string[];
    /** Parts of the text to leave out, such as the quoted mail below an answer. */
    textDrop?: string[];
    /** Rows that are not messages: joins, date lines, typing notices. */
    drop?: string[];
    /** A machine-readable time; without `selector` the attribute is the row's own. */
    time?: { selector?: string; attribute: string };
  };
  composer: {
    /**
     * From the chat's document on, as `frame` above: editors like to live in an iframe. While there is none, the
     * composer is looked for in the chat's own document: some consoles let people choose a plain field.
     */
    frame?: string[];
    selector: string[];
    /**
     * `keep`: a line break stays one. `splits`: each line would go out as a message of its own.
     * `sendsOnEnter`: a line break must be typed as Shift+Enter, or the message goes out.
     */
    newline: 'keep' | 'splits' | 'sendsOnEnter';
    /** Present while what is typed stays inside the team. */
    privateNote?: string[];
    /** Texts that stand in an empty composer as if somebody had typed them. */
    placeholder?: string[];
    /** The console's own words on the button that opens a composer, where it is not always there. */
    openHint?: string;
  };
  /** Where one answers on another page than one reads on. */
  answerPage?: AnswerPage;
  /** Never write into these, whatever else says so: searches, notes, customer data. */
  neverFill?: string[];
  fields?: { name: FieldName; from: ValueSource[] }[];
}

/** An adapter as a page gets it. */
export interface AdapterInUse extends ConsoleAdapter {
  /** Taught or imported by the person; found by structure alone, nobody has confirmed it. */
  origin?: 'own' | 'guessed';
}
