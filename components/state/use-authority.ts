/** What the agent may offer alone, what was asked for, and the question that stands open. */
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  answerApproval,
  checkAuthority,
  isSameGrant,
  keepGrant,
  listGrants,
  readOffer,
  writeCaseSummary,
  type Approval,
  type ApprovalState,
  type AuthorityContext,
} from '../../knowledge/complaints/index.ts';
import { newId } from '../../utils/ids/new-id.ts';
import type { Objection } from './complaint.ts';
import type { Settle } from './complaint-store.ts';
import { collectTellingWords } from './complaint-words.ts';
import { useRecords } from './records.ts';
import { sayNotStored } from './say-not-stored.ts';
import type { KeptComplaint } from './use-complaint-case.ts';
import type { ComplaintDesk } from './use-complaint-desk.ts';

export interface Question {
  objection: Objection;
  summary: string;
  /** As it was asked before, or is asked now. */
  approval: Approval;
  wasAskedBefore: boolean;
}

export interface Authority {
  /** @returns the first offer that this role may not make and nobody has approved */
  judge: (text: string) => Objection | null;
  guard: (text: string) => Promise<Settle | null>;
  /** Null: nothing is being asked. */
  question: Question | null;
  ask: (objection: Objection) => void;
  answer: (state: Exclude<ApprovalState, 'asked'>, by: string) => void;
  /** The amount is known now: judged anew. */
  nameAmount: (amount: number) => void;
  /** The answer will come; the question stays. */
  waitForAnswer: () => void;
}

type Decide = (isGranted: boolean) => void;

export function useAuthority(desk: ComplaintDesk): Authority {
  const { cases, contact, kept, role, rules, now, approvals, change } = desk;
  const ownId = contact?.id ?? kept?.id;
  const history = useMemo(() => listGrants(cases, ownId), [cases, ownId]);
  const context: AuthorityContext = { role, rules: rules.authority, history, now };
  const { raise, ...questions } = useQuestions(desk, context);
  const judge = (text: string) => findObjection(text, context, approvals);
  return {
    ...questions,
    judge,
    ask: (objection) => raise(objection, () => undefined),
    guard: async (text) => {
      const objection = judge(text);
      const isGranted =
        !objection ||
        (await new Promise<boolean>((resolve) => {
          raise(objection, resolve);
        }));
      return isGranted ? () => keepGrants(text, context, change) : null;
    },
  };
}

type Questions = Pick<Authority, 'question' | 'answer' | 'nameAmount' | 'waitForAnswer'> & {
  raise: (objection: Objection, decide: Decide) => void;
};

/** One question at a time; a second one for the same thing goes on with the first. */
function useQuestions(desk: ComplaintDesk, context: AuthorityContext): Questions {
  const [open, setOpen] = useState<{ question: Question; decide: Decide } | null>(null);
  const save = useApprovalSaving(desk);
  useEndedWithView(open?.decide);
  const close = (isGranted: boolean) => {
    open?.decide(isGranted);
    setOpen(null);
  };
  return {
    question: open?.question ?? null,
    raise: (objection, decide) => {
      open?.decide(false);
      const question = openQuestion(desk, objection, open?.question.approval);
      if (!question.wasAskedBefore) save(question.approval);
      setOpen({ question, decide });
    },
    answer: (state, by) => {
      if (!open) return;
      save(answerApproval(open.question.approval, { state, by, now: Date.now() }));
      close(state === 'approved');
    },
    nameAmount: (amount) => {
      if (!open) return;
      const { approval } = open.question;
      const offer = { ...open.question.objection.offer, amount: { value: amount, unit: 'money' as const } };
      const answer = checkAuthority(offer, context);
      if (answer.isAllowed) {
        save({ ...approval, amount, state: 'withdrawn', answeredAt: Date.now() });
        close(true);
        return;
      }
      const question = renameQuestion(desk, { offer, answer }, approval);
      save(question.approval);
      setOpen({ question, decide: open.decide });
    },
    waitForAnswer: () => close(false),
  };
}

function useApprovalSaving({ contact }: ComplaintDesk): (approval: Approval) => void {
  const { approvals } = useRecords();
  return (approval) => {
    if (!contact) return;
    approvals.save(approval).catch((error: unknown) => sayNotStored('panel/approval', error));
  };
}

function openQuestion(desk: ComplaintDesk, objection: Objection, open: Approval | undefined): Question {
  const known = open ? [...desk.approvals, open] : desk.approvals;
  const asked = known.findLast((one) => one.state === 'asked' && isSameGrant(one, objection.answer));
  const summary = describe(desk, objection);
  const approval = asked ?? makeApproval(desk, objection, summary);
  return { objection, summary, approval, wasAskedBefore: asked !== undefined };
}

function renameQuestion(desk: ComplaintDesk, objection: Objection, before: Approval): Question {
  const { amount, reason, needsRole } = objection.answer;
  const summary = describe(desk, objection);
  const approval = { ...before, amount, reason, needsRole, summary };
  return { objection, summary, approval, wasAskedBefore: false };
}

function describe(desk: ComplaintDesk, { answer, offer }: Objection): string {
  return writeCaseSummary({
    answer,
    offerWords: offer.words,
    customerWords: collectTellingWords(desk),
    severity: desk.judgement.level,
    topic: desk.topic,
    locale: desk.locale,
    decisionNames: desk.rules.authority.names,
  });
}

/** Whoever waits for the answer hears “no” when nobody can give one any more: another chat is on screen. */
function useEndedWithView(decide: Decide | undefined): void {
  const latest = useRef(decide);
  useEffect(() => {
    latest.current = decide;
  }, [decide]);
  useEffect(() => () => latest.current?.(false), []);
}

function findObjection(
  text: string,
  context: AuthorityContext,
  approvals: readonly Approval[],
): Objection | null {
  for (const offer of readOffer(text)) {
    // “我帮您登记退款” names no amount: what it comes to is decided when it is named.
    if (!offer.amount) continue;
    const answer = checkAuthority(offer, withoutSameOffer(offer, context));
    if (!answer.isAllowed && !isApproved(answer, approvals)) return { offer, answer };
  }
  return null;
}

/** The same offer made once more in this case takes nothing more. */
function withoutSameOffer(offer: Objection['offer'], context: AuthorityContext): AuthorityContext {
  const { decision, amount } = checkAuthority(offer, context);
  const history = context.history.filter(
    (grant) => !(grant.isThisCase && isSameGrant(grant, { decision, amount })),
  );
  return { ...context, history };
}

/** Up to what was approved in this contact. */
function isApproved({ decision, amount }: Objection['answer'], approvals: readonly Approval[]): boolean {
  return approvals.some((one) => {
    if (one.state !== 'approved' || one.decision !== decision) return false;
    if (one.amount === null || amount === null) return one.amount === amount;
    return amount <= one.amount;
  });
}

function makeApproval({ contact, role }: ComplaintDesk, { answer }: Objection, summary: string): Approval {
  return {
    id: newId(),
    v: 1,
    contactId: contact?.id ?? '',
    decision: answer.decision,
    amount: answer.amount,
    reason: answer.reason,
    askedBy: role,
    needsRole: answer.needsRole,
    summary,
    state: 'asked',
    askedAt: Date.now(),
    answeredBy: null,
    answeredAt: null,
  };
}

/** What was put before the customer counts as granted: limits over a period add up from it. */
function keepGrants(text: string, context: AuthorityContext, change: KeptComplaint['change']): void {
  const offers = readOffer(text).filter(({ amount }) => amount !== null);
  if (offers.length === 0) return;
  change((known) =>
    offers.reduce((granted, offer) => {
      const { decision, amount } = checkAuthority(offer, context);
      return keepGrant(granted, { decision, amount, at: context.now });
    }, known),
  );
}
