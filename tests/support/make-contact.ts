import {
  assess,
  GENERAL_SERVICE_RUBRIC,
  type Assessment,
  type AssessmentDraft,
} from '../../knowledge/assessment/index.ts';
import type { Contact } from '../../knowledge/interactions/index.ts';
import { MORNING } from './make-conversation.ts';

export function makeContact(overrides: Partial<Contact> = {}): Contact {
  return {
    id: 'contact-1',
    conversationKey: 'key-1',
    v: 1,
    channel: 'chat',
    consoleId: 'practice',
    customerLabel: '王**',
    state: 'open',
    startedAt: MORNING,
    lastActivityAt: MORNING,
    endedAt: null,
    endReason: null,
    customerTurns: 1,
    agentTurns: 0,
    firstResponseMs: null,
    lastMessage: { id: 'm1', role: 'customer', at: MORNING },
    wrapUp: 'none',
    ...overrides,
  };
}

/** A wrap-up form filled in completely. */
export function makeDraft(overrides: Partial<AssessmentDraft> = {}): AssessmentDraft {
  return {
    ratings: { 'response-speed': 4, accuracy: 5, attitude: 4, resolution: 3, satisfaction: 4 },
    topic: '退款多久到账',
    outcome: 'resolved',
    mood: 4,
    note: '',
    ...overrides,
  };
}

export function makeAssessment(overrides: Partial<Assessment> = {}): Assessment {
  const made = assess(makeDraft(), {
    id: 'assessment-1',
    contactId: 'contact-1',
    rubric: GENERAL_SERVICE_RUBRIC,
    now: MORNING,
  });
  if (!made.ok) throw new Error(`The complete draft was refused: ${made.reason}`);
  return { ...made.value, ...overrides };
}
