import type { Conversation } from '../../conversation/index.ts';
import type { CheckTextName } from '../bundled-rules.ts';
import type { CheckKind, DraftRewrite } from '../draft-rule.ts';

/** What a check found: its reason is looked up by name. */
export interface Raised {
  kind: CheckKind;
  text: CheckTextName;
  start: number;
  end: number;
  rewrite: DraftRewrite | null;
}

/** What a draft is compared with. */
export interface DraftSurroundings {
  conversation: Pick<Conversation, 'messages'> | null;
  /** As the console shows it; absent where it shows only an account. */
  customerName?: string;
  /** What else the console shows about this customer. */
  fields?: Conversation['fields'];
}
