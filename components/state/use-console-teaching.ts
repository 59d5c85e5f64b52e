/** One lesson in the console of a tab, as the panel sees it: what to point at next, what came of it, is it enough. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { swapRoles, type ConsoleAdapter } from '../../knowledge/adapters/index.ts';
import { consoleReadingSchema, teachingEventSchema } from '../../knowledge/contracts/index.ts';
import {
  judgeEvidence,
  TEACHING_LINE,
  type ConsoleReading,
  type Evidence,
  type Miss,
  type TaughtConsole,
  type TeachingEvent,
  type TeachingProblem,
  type TeachingRequest,
  type TeachingStep,
  type ToBackground,
  type ToConsole,
} from '../../knowledge/conversation/index.ts';
import { awaitLine, type LineOptions, type TeachingLine } from '../../utils/browser/teaching-line.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { SECOND } from '../../utils/time/clock.ts';

/** Why a lesson ended without anything learned. */
export type TeachingFailure = TeachingProblem | 'no-entry' | 'line-lost';

export type TeachingState =
  | { phase: 'start' }
  | { phase: 'pointing'; step: TeachingStep; miss: Miss | null }
  | { phase: 'failed'; problem: TeachingFailure }
  | { phase: 'preview'; taught: TaughtConsole; reading: ConsoleReading | null; evidence: Evidence };

export interface ConsoleTeaching {
  state: TeachingState;
  /** From the first line on. */
  begin: () => void;
  /** On without a third line. */
  skip: () => void;
  /** Shows a line of nobody’s after all. */
  addNeither: () => void;
  /** It was the other way round. */
  swap: () => void;
  cancel: () => void;
}

/** @param label what stands in the page beside the pointer */
export function useConsoleTeaching(tabId: number, label: (step: TeachingStep) => string): ConsoleTeaching {
  const [state, setState] = useState<TeachingState>({ phase: 'start' });
  const line = useLine(tabId);
  useTrying(tabId, state, setState);

  const ask = (step: TeachingStep) => {
    setState({ phase: 'pointing', step, miss: null });
    line.send({ type: 'pick', step, label: label(step) });
  };
  const fail = (problem: TeachingFailure) => {
    line.hangUp();
    setState({ phase: 'failed', problem });
  };
  const begin = () =>
    line.call({
      onCall: () => ask('customer'),
      onEvent: (data) => {
        const event = teachingEventSchema.safeParse(data);
        if (event.success) handle(event.data, { ask, fail, setState });
      },
      onRefusal: () => fail('no-entry'),
      // While something is pointed at, the page is ours; after that it may go away without harm.
      onEnd: () => setState((before) => (before.phase === 'pointing' ? LINE_LOST : before)),
    });
  return {
    state,
    begin,
    skip: () => ask('composer'),
    addNeither: () => ask('neither'),
    swap: () => setState(swapPreview),
    cancel: () => {
      line.hangUp();
      setState({ phase: 'start' });
    },
  };
}

const LINE_LOST: TeachingState = { phase: 'failed', problem: 'line-lost' };

function swapPreview(before: TeachingState): TeachingState {
  if (before.phase !== 'preview') return before;
  return preview({ ...before.taught, adapter: swapRoles(before.taught.adapter) });
}

interface Answers extends Pick<LineOptions, 'onCall' | 'onEvent' | 'onEnd'> {
  onRefusal: () => void;
}

/** The line to the script in the page; gone with the view. */
function useLine(tabId: number) {
  const current = useRef<TeachingLine | null>(null);
  const hangUp = useCallback(() => {
    current.current?.close();
    current.current = null;
  }, []);
  useEffect(() => hangUp, [hangUp, tabId]);
  return {
    hangUp,
    send: (request: TeachingRequest) => current.current?.send(request),
    call: ({ onRefusal, ...answers }: Answers) => {
      hangUp();
      current.current = awaitLine({ name: TEACHING_LINE, tabId, ...answers });
      createMessenger<ToBackground>()
        .send('teachingRequested', { tabId })
        .then((isEntered) => (isEntered ? undefined : onRefusal()))
        .catch(onRefusal);
    },
  };
}

interface Moves {
  ask: (step: TeachingStep) => void;
  fail: (problem: TeachingFailure) => void;
  setState: (change: TeachingState | ((before: TeachingState) => TeachingState)) => void;
}

function handle(event: TeachingEvent, { ask, fail, setState }: Moves): void {
  switch (event.type) {
    case 'picked':
      if (event.problem) fail(event.problem);
      else if (event.step === 'customer') ask('agent');
      else ask(event.step === 'agent' && event.needsNeither ? 'neither' : 'composer');
      return;
    case 'missed':
      setState((before) => (before.phase === 'pointing' ? { ...before, miss: event.reason } : before));
      return;
    case 'cancelled':
      setState({ phase: 'start' });
      return;
    case 'taught':
      if ('problem' in event.taught) fail(event.taught.problem);
      else setState(preview(event.taught));
  }
}

function preview(taught: TaughtConsole): TeachingState {
  return { phase: 'preview', taught, reading: null, evidence: 'both-sides' };
}

/** Reads the page as it would be read from now on, again and again: the person may open another conversation. */
function useTrying(tabId: number, state: TeachingState, setState: Moves['setState']): void {
  const taught = state.phase === 'preview' ? state.taught : null;
  useEffect(() => {
    if (!taught) return undefined;
    let isCurrent = true;
    const seen = new Map<string, ConsoleReading>();
    const look = async () => {
      const reading = await readWith(taught.adapter, tabId);
      if (!isCurrent || !reading) return;
      if (reading.conversation) seen.set(reading.conversation.id, reading);
      const evidence = judgeEvidence([...seen.values()], taught.isUnproven);
      setState({ phase: 'preview', taught, reading, evidence });
    };
    void look();
    const timer = setInterval(() => void look(), SECOND);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [tabId, taught, setState]);
}

async function readWith(adapter: ConsoleAdapter, tabId: number): Promise<ConsoleReading | null> {
  const answer: unknown = await createMessenger<ToConsole>()
    .send('tryAdapter', adapter, tabId)
    .catch(() => null);
  return consoleReadingSchema.safeParse(answer).data ?? null;
}
