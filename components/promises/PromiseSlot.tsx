import { Suspense } from 'react';
import { lazyView } from '../i18n/lazy-view.ts';
import { useFirstPaintOver } from '../state/use-first-paint-over.ts';
import { nameChat } from '../state/use-assist.ts';
import type { PromiseWatchProps } from './PromiseWatch.tsx';

const PromiseWatch = lazyView(async () => (await import('./PromiseWatch.tsx')).PromiseWatch);

export interface PromiseSlotProps extends Pick<PromiseWatchProps, 'reading'> {
  tabId: number | undefined;
}

/** Where the panel speaks of promises; fetched once the cards had their turn. */
export function PromiseSlot({ reading, tabId }: PromiseSlotProps) {
  if (!useFirstPaintOver()) return null;
  return (
    <Suspense>
      <PromiseWatch reading={reading} chatKey={nameChat(tabId, reading?.conversation ?? null)} />
    </Suspense>
  );
}
