/** Mistakes in a playbook that its author can mend, each with a name and the place. A playbook with one is not used. */
import { compilePhrase, type PhraseProblem } from './phrase.ts';
import { NATURAL_EVENTS, type Playbook, type Stage } from './playbook.ts';
import { listPhrases } from './said.ts';

export type PlaybookProblem =
  | PhraseProblem
  | 'no-stages'
  | 'duplicate-stage'
  | 'duplicate-event'
  | 'unknown-stage'
  | 'unknown-event'
  | 'unknown-phrases'
  | 'stage-without-exit'
  | 'forward-loop-back'
  | 'cyclic-playbook';

export interface PlaybookFault {
  problem: PlaybookProblem;
  /** Id of the stage, item or phrase group. */
  at: string;
  /** What is wrong there, word for word. */
  near: string;
}

/** The playbook with the shared phrases already under it (`withPhrases`). */
export function checkPlaybook(playbook: Playbook): PlaybookFault[] {
  if (playbook.stages.length === 0) return [{ problem: 'no-stages', at: playbook.id, near: '' }];
  return [
    ...findDuplicates(playbook),
    ...findStrangers(playbook),
    ...findBadPhrases(playbook),
    ...findBadExits(playbook.stages),
  ];
}

function findDuplicates({ stages }: Playbook): PlaybookFault[] {
  const faults: PlaybookFault[] = [];
  const ids = new Set<string>();
  /** The same must may stand in two stages, as long as it means the same. */
  const events = new Map<string, string>(NATURAL_EVENTS.map((event) => [event, '']));
  for (const stage of stages) {
    if (ids.has(stage.id)) faults.push({ problem: 'duplicate-stage', at: stage.id, near: stage.id });
    ids.add(stage.id);
    for (const { id, phrases } of [...stage.must, ...(stage.answers ?? [])]) {
      if ((events.get(id) ?? phrases) !== phrases)
        faults.push({ problem: 'duplicate-event', at: stage.id, near: id });
      events.set(id, phrases);
    }
  }
  return faults;
}

function findStrangers({ stages, phrases }: Playbook): PlaybookFault[] {
  const ids = new Set(stages.map(({ id }) => id));
  const musts = stages.flatMap(({ must }) => must.map(({ id }) => id));
  const answers = stages.flatMap((stage) => (stage.answers ?? []).map(({ id }) => id));
  const events = new Set<string>([...NATURAL_EVENTS, ...musts, ...answers]);
  return stages.flatMap((stage) => {
    const items = [...stage.must, ...(stage.answers ?? []), ...stage.never];
    const named = [...items.map((item) => item.phrases), ...stage.must.flatMap(({ before = [] }) => before)];
    return [
      ...tell(
        'unknown-phrases',
        stage,
        named.filter((name) => !Object.hasOwn(phrases, name)),
      ),
      ...tell(
        'unknown-stage',
        stage,
        listStagesNamed(stage).filter((id) => !ids.has(id)),
      ),
      ...tell(
        'unknown-event',
        stage,
        listEventsNamed(stage).filter((event) => !events.has(event)),
      ),
    ];
  });
}

function listStagesNamed({ loopBacks = [], shortcuts = [] }: Stage): string[] {
  const to = loopBacks.map((loop) => loop.to);
  const from = [...loopBacks, ...shortcuts].flatMap((way) => way.from ?? []);
  return [...to, ...from];
}

function listEventsNamed({
  doneWhen,
  neededWhen = [],
  loopBacks = [],
  shortcuts = [],
  answers = [],
  must,
}: Stage): string[] {
  return [
    ...must.flatMap(({ reopens = [], notWith = [] }) => reopens.concat(notWith)),
    ...doneWhen.flat(),
    ...neededWhen.flat(),
    ...loopBacks.flatMap(({ forget }) => forget),
    ...[...loopBacks, ...shortcuts].flatMap(({ when }) => when),
    ...shortcuts.flatMap((way) => way.with ?? []),
    ...answers.flatMap(({ after = [] }) => after),
    ...answers.flatMap(({ notAfter = [] }) => notAfter),
    ...answers.flatMap(({ reopens = [] }) => reopens),
  ];
}

function findBadPhrases({ phrases }: Playbook): PlaybookFault[] {
  return Object.entries(phrases).flatMap(([at, group]) =>
    [...listPhrases(group.says), ...listPhrases(group.unless)].flatMap((near) => {
      const phrase = compilePhrase(near);
      return phrase.ok ? [] : [{ problem: phrase.reason, at, near }];
    }),
  );
}

/** Every stage but the last must have a way out that does not itself lead back. */
function findBadExits(stages: readonly Stage[]): PlaybookFault[] {
  const walked = stages.filter(({ isAfterContact }) => !isAfterContact);
  const loops = stages.flatMap(({ id, loopBacks = [] }) =>
    loopBacks.map(({ to, when, from = [id] }) => ({ to, when, from, owner: id })),
  );
  const place = (id: string) => walked.findIndex((stage) => stage.id === id);
  const forward = loops
    .filter(({ to, from }) => from.some((id) => place(id) >= 0 && place(to) > place(id)))
    .map(({ owner, to }): PlaybookFault => ({ problem: 'forward-loop-back', at: owner, near: to }));
  const stuck = walked.slice(0, -1).flatMap(({ id, doneWhen }): PlaybookFault[] => {
    if (doneWhen.length === 0)
      return hasShortcutOut(walked, id) ? [] : [{ problem: 'stage-without-exit', at: id, near: id }];
    const turning = loops.filter(({ from }) => from.includes(id)).flatMap(({ when }) => when);
    const isCircle = doneWhen.every((all) => all.some((event) => turning.includes(event)));
    return isCircle ? [{ problem: 'cyclic-playbook', at: id, near: turning.join(', ') }] : [];
  });
  return [...forward, ...stuck];
}

function hasShortcutOut(stages: readonly Stage[], stageId: string): boolean {
  return stages.some(({ shortcuts = [] }) => shortcuts.some(({ from }) => from.includes(stageId)));
}

function tell(problem: PlaybookProblem, { id }: Stage, near: readonly string[]): PlaybookFault[] {
  return near.map((words) => ({ problem, at: id, near: words }));
}
