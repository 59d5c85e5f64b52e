import { useCallback, useEffect, useState } from 'react';
import { nextLines, type PracticeScript } from '../../knowledge/training/index.ts';

export interface PracticeMessage {
  id: string;
  role: 'customer' | 'agent';
  text: string;
  /** Epoch milliseconds. */
  sentAt: number;
}

const TYPING_MS = 900;

/** One scripted chat: the customer opens, and answers each message the agent sends. */
export function usePracticeChat(script: PracticeScript): {
  messages: PracticeMessage[];
  send: (text: string) => void;
} {
  const [messages, setMessages] = useState<PracticeMessage[]>([]);

  const add = useCallback(
    (role: PracticeMessage['role'], text: string) => {
      setMessages((before) => [
        ...before,
        { id: `${script.id}-${before.length + 1}`, role, text, sentAt: Date.now() },
      ]);
    },
    [script.id],
  );

  const agentReplies = messages.filter(({ role }) => role === 'agent').length;
  useEffect(() => {
    const lines = nextLines(script, agentReplies);
    const timers = lines.map((line, at) => setTimeout(() => add('customer', line), TYPING_MS * (at + 1)));
    return () => timers.forEach(clearTimeout);
  }, [script, agentReplies, add]);

  return { messages, send: (text) => add('agent', text) };
}
