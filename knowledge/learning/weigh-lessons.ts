import { DAY } from '../../utils/time/clock.ts';
import { foldToLetters } from '../../utils/text/fold-to-letters.ts';
import type { Lesson, LessonKind, TaughtQuestion } from './lesson.ts';

const KIND_WEIGHTS: Record<LessonKind, number> = {
  // Somebody stood behind it in front of a customer. Not 1: hands slip, and customers ask two things at once.
  inserted: 0.75,
  // Curious, at least: half of what is opened is closed again.
  opened: 0.35,
  // Less than an insertion: what is dismissed may be right and only too early, or said already.
  dismissed: -0.4,
};

/** A season: campaigns, plans and wordings change about as fast. */
const HALF_LIFE_DAYS = 90;
/** Weaker ones only cost memory. */
const LEAST_WEIGHT = 0.05;
/**
 * The most one contact can teach in all: about three insertions. Twenty wrong ones in one contact then count
 * a tenth each.
 */
const MOST_PER_CONTACT = 2;

/** A lesson with what it counts for now. */
export interface WeighedLesson {
  lesson: Lesson;
  /** Same for the same question asked of the same article, however it is written. */
  key: string;
  weight: number;
}

/**
 * What all lessons together say now, strongest first: insertions and openings of several contacts add up towards
 * 1, dismissals are taken off. The order of `lessons` does not matter.
 *
 * @param now epoch ms; a lesson of the future (a clock that was set back) counts as one of now
 */
export function weighLessons(lessons: readonly Lesson[], now: number): TaughtQuestion[] {
  return [...groupLessons(lessons, now).values()]
    .map((group) => ({
      question: findNewest(group).question,
      articleId: findNewest(group).articleId,
      weight: addUp(group),
    }))
    .filter(({ weight }) => Math.abs(weight) > Number.EPSILON)
    .toSorted(compareTaught);
}

/**
 * What each lesson counts for now, by its id, seen among all: twenty of one contact count a tenth each. Faded ones
 * are missing.
 *
 * @param now epoch ms
 */
export function weighEach(lessons: readonly Lesson[], now: number): Map<string, number> {
  const groups = [...groupLessons(lessons, now).values()];
  return new Map(groups.flat().map(({ lesson, weight }) => [lesson.id, weight]));
}

/** Lessons that still count, by question and article. */
export function groupLessons(lessons: readonly Lesson[], now: number): Map<string, WeighedLesson[]> {
  // Sums of fractions depend on their order in the last digit: one order for all.
  const weighed = lessons.toSorted(compareLessons).map((lesson) => weighAlone(lesson, now));
  const totals = new Map<string, number>();
  for (const { lesson, weight } of weighed) {
    totals.set(lesson.contactId, (totals.get(lesson.contactId) ?? 0) + Math.abs(weight));
  }
  const groups = new Map<string, WeighedLesson[]>();
  for (const each of weighed) {
    if (Math.abs(each.weight) < LEAST_WEIGHT) continue;
    const total = totals.get(each.lesson.contactId) ?? 0;
    const capped = { ...each, weight: each.weight * Math.min(1, MOST_PER_CONTACT / total) };
    const group = groups.get(each.key);
    if (group) group.push(capped);
    else groups.set(each.key, [capped]);
  }
  return groups;
}

export function findNewest(group: readonly WeighedLesson[]): Lesson {
  return group.map(({ lesson }) => lesson).reduce((best, lesson) => (lesson.at > best.at ? lesson : best));
}

/** Either side approaches 1 and never passes it, so their difference stays between −1 and 1. */
export function addUp(group: readonly WeighedLesson[]): number {
  const forIt = group.reduce((doubt, { weight }) => doubt * (1 - Math.max(0, weight)), 1);
  const against = group.reduce((doubt, { weight }) => doubt * (1 + Math.min(0, weight)), 1);
  return against - forIt;
}

function weighAlone(lesson: Lesson, now: number): WeighedLesson {
  const days = Math.max(0, now - lesson.at) / DAY;
  return {
    lesson,
    key: `${lesson.articleId}\n${foldToLetters(lesson.question)}`,
    weight: KIND_WEIGHTS[lesson.kind] * 0.5 ** (days / HALF_LIFE_DAYS),
  };
}

function compareTaught(left: TaughtQuestion, right: TaughtQuestion): number {
  return (
    right.weight - left.weight ||
    compareText(left.question, right.question) ||
    compareText(left.articleId, right.articleId)
  );
}

function compareLessons(left: Lesson, right: Lesson): number {
  return (
    compareText(left.id, right.id) ||
    right.at - left.at ||
    compareText(left.kind, right.kind) ||
    compareText(left.question, right.question)
  );
}

/** By code unit: the same in every language a browser runs in. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
