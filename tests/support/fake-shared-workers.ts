/**
 * What a browser does with shared workers, in this thread and over real message channels: one runs a name, all who
 * ask for that name are connected to it, and when it ends nobody answers any more.
 */
import type { Endpoint } from 'comlink';
import { onTestFinished, vi } from 'vitest';

/** Begins to serve one who connected. */
export type Serve = (port: Endpoint) => void;

/** How a worker ends: some browsers tell the pages, by an event at their port. */
export type Ending = 'told' | 'silent';

export interface FakeSharedWorkers {
  /** Names of what was started, in order; a name again for each time it was started anew. */
  readonly started: readonly string[];
  /** How often pages have connected. */
  readonly connections: number;
  /** Ends what runs; questions under way are never answered. */
  endAll(ending?: Ending): void;
}

/** @param start runs the worker's script, once for each worker; null where it cannot be run */
export function installFakeSharedWorkers(start: () => Serve | null): FakeSharedWorkers {
  const running = new Map<string, { serve: Serve; ends: WorkerEnd[] }>();
  const started: string[] = [];
  const everyPort: MessagePort[] = [];

  const run = (name: string) => {
    started.push(name);
    const serve = start();
    if (serve) running.set(name, { serve, ends: [] });
  };

  class FakeSharedWorker extends EventTarget {
    readonly port: MessagePort;

    constructor(_file: string, name: string) {
      super();
      const { port1, port2 } = new MessageChannel();
      this.port = port1;
      everyPort.push(port1, port2);
      if (!running.has(name)) run(name);
      const end = makeWorkerEnd(port2);
      running.get(name)?.ends.push(end);
      running.get(name)?.serve(end.endpoint);
      if (!running.has(name)) setTimeout(() => this.dispatchEvent(new Event('error')), 0);
    }
  }

  vi.stubGlobal('SharedWorker', FakeSharedWorker);
  onTestFinished(() => {
    for (const port of everyPort) port.close();
    vi.unstubAllGlobals();
  });
  return {
    started,
    get connections() {
      return everyPort.length / 2;
    },
    endAll(ending = 'told') {
      for (const { ends } of running.values()) for (const { end } of ends) end(ending);
      running.clear();
    },
  };
}

interface WorkerEnd {
  endpoint: Endpoint;
  end(how: Ending): void;
}

/** The worker's end of a channel: once it has ended nothing is heard there, and nothing said. */
function makeWorkerEnd(port: MessagePort): WorkerEnd {
  let hasEnded = false;
  const heard = (listener: EventListenerOrEventListenerObject) => (event: Event) => {
    if (hasEnded) return;
    if (typeof listener === 'function') listener(event);
    else listener.handleEvent(event);
  };
  return {
    endpoint: {
      postMessage: (message: unknown) => {
        if (!hasEnded) port.postMessage(message);
      },
      addEventListener: (type, listener) => port.addEventListener(type, heard(listener)),
      removeEventListener: () => {},
      start: () => port.start(),
    },
    end(how) {
      hasEnded = true;
      if (how === 'told') port.close();
    },
  };
}
