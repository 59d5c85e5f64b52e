/**
 * A console adapter is data: where a console keeps its conversation, in selectors. No script, so that a
 * team can share one without sharing code. Checked by `knowledge/contracts/console-adapter-schema.ts`.
 *
 * Every selector list is ordered: the first that finds something wins.
 */

export interface RoleRule {
  role: 'customer' | 'agent' | 'bot' | 'system';
  /** The row itself must match one of these … */
  row?: string[];
  /** … or one of these must match inside the row, outside its text. */
  within?: string[];
}

/** A value in the page: the text of an element, or one of its attributes. */
export interface ValueSource {
  selector: string;
  attribute?: string;
  /** First capture group is the value. Kept simple (≤ 120 characters, no nested quantifiers). */
  pattern?: string;
}

export interface ConsoleAdapter {
  id: string;
  name: string;
  /** How well we know this console. Shown to the person. */
  verified: 'live' | 'saved-page' | 'public-facts';
  match: {
    /** Any of these elements present means "this console". Self-hosted consoles have no fixed host. */
    signature: string[];
  };
  /** Limits everything below to the chat that is visible now. Absent: the whole document. */
  openConversation?: string[];
  conversation: {
    id: ValueSource[];
    customerName?: ValueSource[];
  };
  messages: {
    root: string[];
    item: string[];
    /** Attribute on the row that identifies a message. Absent ids are numbered. */
    idAttribute?: string;
    roles: RoleRule[];
    text: string[];
    /** Rows that are not messages: joins, date lines, typing notices. */
    drop?: string[];
    /** A machine-readable time; without `selector` the attribute is the row's own. */
    time?: { selector?: string; attribute: string };
  };
  composer: {
    selector: string[];
    /** `keep`: a line break stays one. `splits`: each line would go out as a message of its own. */
    newline: 'keep' | 'splits';
    /** Present while what is typed stays inside the team. */
    privateNote?: string[];
  };
}
