import type { Exam } from "../schema/exam.ts";
import type { Item } from "../schema/item.ts";

/** What a learner of one exam keeps, loses and misses when going on to another. */
export interface ExamMap {
  /** Items of both exams, with the objective that each tests there. */
  readonly kept: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  /** Ids of items that only the old exam has. */
  readonly lost: readonly string[];
  /** Ids of items that only the new exam has. */
  readonly gained: readonly string[];
  /** Objectives of the new exam that no item tests. */
  readonly uncovered: readonly { readonly id: string; readonly text: string }[];
}

/** Sorts the items of a bank by what becomes of them on the way from the exam `from` to the exam `to`. */
export function mapExam(items: readonly Item[], from: string, to: Exam): ExamMap {
  const places = items.map(({ id, objectives }) => ({ id, from: objectives[from], to: objectives[to.code] }));
  const tested = new Set(places.map((place) => place.to));
  const objectives = to.domains.flatMap((domain) => domain.tasks.flatMap((task) => task.objectives));
  return {
    kept: places.flatMap(({ id, from: old, to: now }) => (old && now ? [{ id, from: old, to: now }] : [])),
    lost: places.filter((place) => place.from && !place.to).map(({ id }) => id),
    gained: places.filter((place) => !place.from && place.to).map(({ id }) => id),
    uncovered: objectives.filter(({ id }) => !tested.has(id)),
  };
}
