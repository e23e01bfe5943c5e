import type { Exam } from "../schema/exam.ts";
import { domainOf, taskOf } from "../schema/item-parts.ts";
import { nearestNames } from "../schema/nearest-names.ts";
import type { IndexEntry } from "./bank-index.ts";

/** A word a learner can ask for: a service, a domain, a task or objective id, a level, a tag or an item id. */
export interface Topic {
  readonly name: string;
  matches(entry: IndexEntry): boolean;
}

/** All topics that the items of an exam can be filtered by. */
export function listTopics(entries: readonly IndexEntry[], exam: Exam): Topic[] {
  const inExam = entries.filter((entry) => exam.code in entry.objectives);
  const objective = (entry: IndexEntry) => entry.objectives[exam.code] ?? "";
  const topics = new Map<string, (entry: IndexEntry) => boolean>();
  const add = (name: string, matches: (entry: IndexEntry) => boolean) => {
    if (!topics.has(name)) topics.set(name, matches);
  };
  for (const service of new Set(inExam.flatMap((entry) => entry.services)))
    add(service, (entry) => entry.services.includes(service));
  for (const domain of exam.domains) {
    add(slugOf(domain.short), (entry) => domainOf(objective(entry)) === domain.id);
    add(slugOf(domain.name), (entry) => domainOf(objective(entry)) === domain.id);
    add(domain.id, (entry) => domainOf(objective(entry)) === domain.id);
    for (const task of domain.tasks) {
      add(task.id, (entry) => taskOf(objective(entry)) === task.id);
      for (const { id } of task.objectives) add(id, (entry) => objective(entry) === id);
    }
  }
  for (const level of ["recall", "apply", "analyse"]) add(level, (entry) => entry.level === level);
  for (const tag of new Set(inExam.flatMap((entry) => entry.tags)))
    add(tag, (entry) => entry.tags.includes(tag));
  for (const entry of inExam) add(entry.id, (other) => other.id === entry.id);
  return [...topics].map(([name, matches]) => ({ name, matches }));
}

/** A name as a learner types it: lower case, words joined by hyphens. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/^-|-$/g, "");
}

/**
 * The items of an exam that match any of the wanted topics (all items when none is named).
 * A topic that is not known is returned in `unknown`, with the nearest names.
 */
export function selectItems(
  entries: readonly IndexEntry[],
  exam: Exam,
  wanted: readonly string[],
): { entries: IndexEntry[]; unknown: { topic: string; nearest: string[] }[] } {
  const inExam = entries.filter((entry) => exam.code in entry.objectives);
  if (wanted.length === 0) return { entries: inExam, unknown: [] };
  const topics = listTopics(entries, exam);
  const found = wanted.map((word) => ({
    word,
    topic: topics.find((topic) => topic.name === slugOf(word) || topic.name === word),
  }));
  const unknown = found
    .filter(({ topic }) => !topic)
    .map(({ word }) => ({
      topic: word,
      nearest: nearestNames(
        slugOf(word),
        topics.map((topic) => topic.name),
      ),
    }));
  return { entries: inExam.filter((entry) => found.some(({ topic }) => topic?.matches(entry))), unknown };
}
