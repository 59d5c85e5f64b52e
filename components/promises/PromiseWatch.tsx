import { useEffect } from 'react';
import type { TabReading } from '../../knowledge/contracts/index.ts';
import { SECOND } from '../../utils/time/clock.ts';
import { usePanelStore } from '../state/panel-store.ts';
import { useNow } from '../state/use-now.ts';
import { usePromiseOffer } from '../state/use-promise-offer.ts';
import { usePressingPromise } from '../state/use-promises.ts';
import { DueLine } from './DueLine.tsx';
import { OfferLine } from './OfferLine.tsx';
import './promises.css';

export interface PromiseWatchProps {
  reading: TabReading | null;
  /** Null while no chat is on screen. */
  chatKey: string | null;
}

/** One line at most: what the agent has just promised, else what presses. */
export function PromiseWatch({ reading, chatKey }: PromiseWatchProps) {
  if (reading?.conversation && chatKey !== null) return <Watching key={chatKey} reading={reading} />;
  return <Due />;
}

function Watching({ reading }: { reading: TabReading }) {
  const offer = usePromiseOffer(reading);
  const { messageId = '', start = 0 } = offer?.place ?? {};
  return offer ? <OfferLine key={`${messageId} ${start}`} offer={offer} /> : <Due />;
}

function Due() {
  const now = useNow(15 * SECOND);
  const pressing = usePressingPromise(now);
  const count = pressing?.count ?? 0;
  const place = usePanelStore((state) => state.place);
  useEffect(() => usePanelStore.setState({ pressingPromises: count }), [count]);
  // The ledger shows it itself.
  return pressing && place !== 'promises' ? <DueLine pressing={pressing} now={now} /> : null;
}
