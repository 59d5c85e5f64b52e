import type { ComplaintRules } from './bundled-rules.ts';

/** Fetched when the first complaint is seen: most chats are none, and the panel opens without it. */
export async function loadComplaintRules(): Promise<ComplaintRules> {
  return (await import('./bundled-rules.ts')).BUNDLED_COMPLAINT_RULES;
}
