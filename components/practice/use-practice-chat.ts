import { useCallback, useEffect, useRef, useState } from 'react';
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
  chatId: string;
  messages: PracticeMessage[];
  send: (text: string) => void;
} {
  // Counted ids would begin anew with every page load and pass for what has been seen before.
  const [chatId] = useState(() => `${script.id}-${crypto.randomUUID().slice(0, 8)}`);
  const [messages, setMessages] = useState<PracticeMessage[]>([]);

  const add = useCallback(
    (role: PracticeMessage['role'], text: string) => {
      setMessages((before) => [
        ...before,
        { id: `${chatId}-${before.length + 1}`, role, text, sentAt: Date.now() },
      ]);
    },
    [chatId],
  );
  const typeLine = useTyping(add);

  const agentReplies = messages.filter(({ role }) => role === 'agent').length;
  useEffect(() => nextLines(script, agentReplies).forEach(typeLine), [script, agentReplies, typeLine]);

  return { chatId, messages, send: (text) => add('agent', text) };
}

/** The customer types one line after the other and finishes them all, even if the agent answers meanwhile. */
function useTyping(add: (role: 'customer', text: string) => void): (line: string) => void {
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);
  const busyUntil = useRef(0);
  useEffect(
    () => () => {
      timers.current.forEach(clearTimeout);
      busyUntil.current = 0;
    },
    [],
  );
  return useCallback(
    (line) => {
      const now = Date.now();
      busyUntil.current = Math.max(now, busyUntil.current) + TYPING_MS;
      timers.current.push(setTimeout(() => add('customer', line), busyUntil.current - now));
    },
    [add],
  );
}
