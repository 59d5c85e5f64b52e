/**
 * What every live console offers to an end-to-end test, whatever chat protocol
 * and web client stand behind it.
 */

/** The consoles that can be run on this machine. */
export type ConsoleName = 'converse' | 'the-lounge' | 'rt' | 'roundcube';

/**
 * The few members of Playwright's `Page` that the runners use. Structural on purpose: the runners
 * then need no Playwright import and work with `@playwright/test` as well as with `playwright-core`.
 */
export interface ConsolePage {
  goto(url: string): Promise<unknown>;
  fill(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  waitForSelector(selector: string, options?: { timeout?: number }): Promise<unknown>;
  getAttribute(selector: string, name: string): Promise<string | null>;
  frameLocator(selector: string): { locator(selector: string): { waitFor(): Promise<void> } };
  keyboard: { press(key: string): Promise<void> };
}

/** A customer: its own operating-system process, speaking the console's real protocol. */
export interface CustomerProcess {
  /**
   * Sends a text to the agent; resolves once it is on its way, rejects when the server refuses it.
   * With `room` it goes to that channel instead (The Lounge only: "#support").
   * IRC has no line breaks: there every line goes out as a message of its own.
   * In mail (Request Tracker, Roundcube) later texts are replies in the thread of the first.
   */
  say(text: string, room?: string): Promise<void>;
  /**
   * The exact texts the agent has sent so far, in order of arrival.
   * Of a mail it is what a person sees in its HTML, without the quoted mail and the signature.
   */
  received(): string[];
  /** The same as HTML, for the consoles that send HTML (mail); empty for the others. */
  receivedHtml(): string[];
  /** Resolves when the agent's message with exactly this text has arrived (or had already). */
  waitForText(text: string, timeoutMs: number): Promise<void>;
  /** Logs out and ends the process. */
  close(): Promise<void>;
}

/** A running console with its chat server. */
export interface LiveConsole {
  readonly name: ConsoleName;
  /** Where the agent's browser goes. */
  readonly url: string;
  /** Selector of the agent's composer, once a conversation is open and `openComposer` was called. */
  readonly composer: string;
  /** Selector of the iframe that holds the composer, where there is one. */
  readonly composerFrame?: string;
  /** Opens the url and logs the agent in; conversations can be opened from then on. */
  logIn(page: ConsolePage): Promise<void>;
  /** Shows the conversation with this customer, who must have written already. */
  openConversation(page: ConsolePage, customerName: string): Promise<void>;
  /** From an open conversation to a composer that takes text; in a chat it is there already. */
  openComposer(page: ConsolePage): Promise<void>;
  /** The console's own way to send what stands in its composer; the composer must have the focus in a chat. */
  send(page: ConsolePage): Promise<void>;
  /**
   * Starts a customer and waits until it is connected.
   * Converse: "customer" or "customer2" (accounts); The Lounge: any IRC nick; mail: any name.
   */
  customer(name: string): Promise<CustomerProcess>;
  /** Ends the customers and servers, and removes their files. */
  stop(): Promise<void>;
}

/** Whether a console can be run here; `reason` is one line to print when its tests are skipped. */
export type InstallResult = { ok: true } | { ok: false; reason: string };
