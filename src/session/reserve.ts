import { domainQuotas } from "../schema/blueprint.ts";
import type { Exam } from "../schema/exam.ts";
import { domainOf } from "../schema/item-parts.ts";
import { hashText } from "./rng.ts";

/** What the reserve needs to know of an item. */
export interface ReserveItem {
  readonly id: string;
  readonly objectives: Readonly<Record<string, string>>;
}

/** Forms that are kept back for mock exams. */
export const reserveForms = 2;

const reserveSalt = 4;

/**
 * Items kept out of quizzes and daily drills, so that a mock exam can be sat on items never seen: `forms` forms by
 * blueprint, at most a quarter of the exam's items. Which ones follows from the ids alone, so that all devices agree, a
 * growing bank moves few of them, and who goes on to the next exam finds most of its reserve untouched.
 */
export function reserveOf(
  exam: Exam,
  items: readonly ReserveItem[],
  isSeen: (id: string) => boolean,
  forms: number,
): Set<string> {
  const inExam = items.filter((item) => exam.code in item.objectives);
  const formSize = exam.questions.scored + exam.questions.unscored;
  const size = Math.min(forms * formSize, Math.floor(inExam.length / 4));
  const quotas = domainQuotas(exam, size);
  const ranked = inExam
    .filter((item) => !isSeen(item.id))
    .map((item) => ({ item, rank: hashText(item.id, reserveSalt) }))
    .sort((a, b) => a.rank - b.rank);
  const chosen = exam.domains.flatMap(({ id }) =>
    ranked
      .filter(({ item }) => domainOf(item.objectives[exam.code] ?? "") === id)
      .slice(0, quotas.get(id) ?? 0),
  );
  return new Set(chosen.map(({ item }) => item.id));
}
