/** One lesson: what was pointed at so far, and what comes of it. */
import type { TeachingEvent, TeachingRequest, TeachingStep } from '../../knowledge/conversation/index.ts';
import { deriveAdapter, findLines } from './derive/derive-adapter.ts';
import { findField } from './derive/find-composer.ts';
import { startPicker, type Picker } from './picker.ts';

export interface TeachingSession {
  handle(request: TeachingRequest): void;
  /** The panel is gone, or it is over. */
  stop(): void;
}

export function createSession(tell: (event: TeachingEvent) => void): TeachingSession {
  let picker: Picker | null = null;
  const pointed = new Map<TeachingStep, Element>();
  const stop = () => {
    picker?.stop();
    picker = null;
  };
  const onPick = (element: Element, step: TeachingStep) => {
    const chosen = step === 'composer' ? findField(element) : element;
    if (chosen) pointed.set(step, chosen);
    const found = judgeLines(pointed);
    if (found === 'neither-alike') {
      pointed.delete('neither');
      return tell({ type: 'missed', reason: found });
    }
    if (found.problem || pointed.has('composer')) stop();
    // The field comes last, or was shown before: then all is there.
    if (pointed.has('composer') && !found.problem) tell({ type: 'taught', taught: derive(pointed) });
    else tell({ type: 'picked', step, ...found });
  };
  const start = () =>
    startPicker({
      onPick,
      onMiss: (reason) => tell({ type: 'missed', reason }),
      onCancel: () => {
        stop();
        tell({ type: 'cancelled' });
      },
    });
  return {
    stop,
    handle: (request) => {
      if (request.type === 'stop') return stop();
      // From the beginning: what was pointed at before is of another lesson.
      if (request.step === 'customer') pointed.clear();
      picker ??= start();
      picker.ask(request.step, request.label);
    },
  };
}

/** What two lines alone tell: whether a third is needed, or nothing can come of it. */
function judgeLines(
  pointed: ReadonlyMap<TeachingStep, Element>,
): Pick<Extract<TeachingEvent, { type: 'picked' }>, 'needsNeither' | 'problem'> | 'neither-alike' {
  const customer = pointed.get('customer');
  const agent = pointed.get('agent');
  if (!customer || !agent) return { needsNeither: false, problem: null };
  const neither = pointed.get('neither') ?? null;
  const found = findLines({ customer, agent, neither }, pointed.get('composer') ?? null);
  if (found === 'neither-alike') return found;
  return typeof found === 'string'
    ? { needsNeither: false, problem: found }
    : { needsNeither: found.roles.unknown > 0 && !neither, problem: null };
}

function derive(
  pointed: ReadonlyMap<TeachingStep, Element>,
): Extract<TeachingEvent, { type: 'taught' }>['taught'] {
  const customer = pointed.get('customer');
  const agent = pointed.get('agent');
  const composer = pointed.get('composer');
  if (!customer || !agent || !composer) return { problem: 'not-one-list' };
  const lines = { customer, agent, neither: pointed.get('neither') ?? null };
  return deriveAdapter(lines, composer, { url: location.href, name: location.hostname });
}
