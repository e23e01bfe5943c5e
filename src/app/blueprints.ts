import type { Blueprint } from "../learner/types.ts";
import type { Exam } from "../schema/exam.ts";

/** The raw cut is unpublished: the strict side of the two natural readings of the scale, and how unsure that is. */
export const cut = { mean: 0.72, sd: 0.03 };

/** About one question in seven asks for two of five options; the rest for one of four. */
const floors = [
  { share: 0.85, floor: 1 / 4 },
  { share: 0.15, floor: 1 / 10 },
];

/** What the learner model needs to know of an exam. */
export function blueprintOf(exam: Exam): Blueprint {
  return {
    exam: exam.code,
    domains: exam.domains.map(({ id, weight }) => ({ id, weight })),
    scored: exam.questions.scored,
    floors,
    cut,
  };
}
