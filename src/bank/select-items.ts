import type { Exam } from "../schema/exam.ts";
import { domainOf, taskOf } from "../schema/item-parts.ts";
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
  for (const tag of new Set(inExam.flatMap((entry) => entry.tags))) add(tag, (entry) => entry.tags.includes(tag));
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
  const found = wanted.map((word) => ({ word, topic: topics.find((topic) => topic.name === slugOf(word) || topic.name === word) }));
  const unknown = found
    .filter(({ topic }) => !topic)
    .map(({ word }) => ({ topic: word, nearest: nearestNames(slugOf(word), topics.map((topic) => topic.name)) }));
  return { entries: inExam.filter((entry) => found.some(({ topic }) => topic?.matches(entry))), unknown };
}

/** Up to three names that a mistyped word may have meant: those that contain it, then those within a small edit distance. */
export function nearestNames(word: string, names: readonly string[]): string[] {
  const most = Math.max(2, Math.floor(word.length / 3));
  return names
    .map((name) => ({ name, distance: name.includes(word) && word.length > 1 ? 0 : editDistance(word, name) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Levenshtein distance with two rows. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
