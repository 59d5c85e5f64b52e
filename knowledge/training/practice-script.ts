/** A scripted customer for the practice console: what they say, and what makes them go on. */

export interface PracticeStep {
  /** `start`: when the chat opens. `agent-reply`: after each message of the agent's, in order. */
  on: 'start' | 'agent-reply';
  lines: string[];
}

export interface PracticeScript {
  id: string;
  locale: 'zh-CN' | 'zh-TW' | 'en';
  customerName: string;
  /** Where the chat pretends to come from. */
  channel: string;
  topic: string;
  steps: PracticeStep[];
}

/** What the customer says now. @param agentReplies how many messages the agent has sent so far */
export function nextLines(script: PracticeScript, agentReplies: number): string[] {
  if (agentReplies === 0) return script.steps.find(({ on }) => on === 'start')?.lines ?? [];
  return script.steps.filter(({ on }) => on === 'agent-reply')[agentReplies - 1]?.lines ?? [];
}
