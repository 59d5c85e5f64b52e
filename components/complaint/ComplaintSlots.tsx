/**
 * Places in the panel for the complaint co-pilot. They are there from the first drawing and empty; what fills them is
 * fetched when a customer has said something.
 */
import { memo, Suspense } from 'react';
import { lazyView } from '../i18n/lazy-view.ts';
import { useComplaintStore } from '../state/complaint-store.ts';
import { nameChat } from '../state/use-assist.ts';
import type { ComplaintInputs } from '../state/use-complaint-desk.ts';
import { useFirstPaintOver } from '../state/use-first-paint-over.ts';

const load = async () => import('./complaint-views.ts');
const Watch = memo(lazyView(async () => (await load()).ComplaintWatch));
const SeverityChip = lazyView(async () => (await load()).SeverityChip);
const SignalChips = lazyView(async () => (await load()).SignalChips);
const ComplaintSection = lazyView(async () => (await load()).ComplaintSection);

export interface ComplaintWatchSlotProps extends Pick<ComplaintInputs, 'contactId'> {
  reading: ComplaintInputs['reading'] | null;
  tabId: number | undefined;
}

/** Reads along while a chat is on screen, wherever in the panel the person is. */
export function ComplaintWatchSlot({ reading, tabId, contactId }: ComplaintWatchSlotProps) {
  const chatKey = nameChat(tabId, reading?.conversation ?? null);
  const hasSpoken = reading?.conversation?.messages.some(({ role }) => role === 'customer') ?? false;
  const isPainted = useFirstPaintOver();
  if (!reading || chatKey === null || !hasSpoken || !isPainted) return null;
  return (
    <Suspense>
      <Watch key={chatKey} {...{ reading, tabId, chatKey, contactId }} />
    </Suspense>
  );
}

export function SeveritySlot() {
  const complaint = useComplaintStore((state) => state.complaint);
  if (!complaint || complaint.judgement.level === 'none') return null;
  return (
    <Suspense>
      <SeverityChip complaint={complaint} />
    </Suspense>
  );
}

export function SignalSlot() {
  const complaint = useComplaintStore((state) => state.complaint);
  return (
    complaint && (
      <Suspense>
        <SignalChips complaint={complaint} />
      </Suspense>
    )
  );
}

/** @param isHidden while something else has the room */
export function ComplaintSlot({ isHidden = false }: { isHidden?: boolean }) {
  const complaint = useComplaintStore((state) => state.complaint);
  return (
    complaint?.stage &&
    !isHidden && (
      <Suspense>
        <ComplaintSection complaint={complaint} stage={complaint.stage} />
      </Suspense>
    )
  );
}
