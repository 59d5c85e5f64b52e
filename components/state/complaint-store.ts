/**
 * What the complaint co-pilot has found, for views that are on screen before it is fetched. It is written by the one
 * watcher (`use-complaint.ts`) and read everywhere.
 */
import { create } from 'zustand';
import type { ContactSituation } from '../../knowledge/suggestions/index.ts';
import type { Complaint } from './complaint.ts';

/** Called when the text has gone in. */
export type Settle = () => void;

interface ComplaintState {
  complaint: Complaint | null;
  situation: (ContactSituation & { chatKey: string }) | null;
  /** Whether a text offers more than the agent's role may. */
  exceeds: ((text: string) => boolean) | null;
  /** Asks where it has to be asked. @returns null when it must not go in */
  guard: ((text: string) => Promise<Settle | null>) | null;
}

export const NO_COMPLAINT: ComplaintState = {
  complaint: null,
  situation: null,
  exceeds: null,
  guard: null,
};

export const useComplaintStore = create<ComplaintState>()(() => NO_COMPLAINT);
