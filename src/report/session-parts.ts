import type { Item } from "../schema/item.ts";
import type { Part, ReportAnswer } from "./session-report.ts";
import { median, scoreOf } from "./tally.ts";

/** Scores answers by a feature of their items, such as the domain. */
export function partsOf(
  answers: readonly ReportAnswer[],
  items: ReadonlyMap<string, Item>,
  idsOf: (item: Item) => readonly { id: string; name: string }[],
): Part[] {
  const parts = new Map<string, { name: string; answers: ReportAnswer[] }>();
  for (const answer of answers) {
    const item = items.get(answer.item);
    for (const { id, name } of item ? idsOf(item) : []) {
      const part = parts.get(id) ?? { name, answers: [] };
      part.answers.push(answer);
      parts.set(id, part);
    }
  }
  return [...parts]
    .map(([id, part]) => ({ id, name: part.name, ...scoreOf(part.answers) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Pace, changes of mind, flags and confidence. */
export function habits(answers: readonly ReportAnswer[]) {
  const times = answers.map((answer) => answer.ms);
  const slowest = answers.reduce<ReportAnswer | undefined>(
    (most, answer) => (answer.ms > (most?.ms ?? -1) ? answer : most),
    undefined,
  );
  const changed = answers.filter((answer) => answer.changes.length > 0);
  const sameSet = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((id) => b.includes(id));
  const firstRight = (answer: ReportAnswer) => sameSet(answer.changes[0] ?? [], answer.key);
  const said = (["sure", "unsure", "guess"] as const).map((word) => ({
    said: word,
    ...scoreOf(answers.filter((answer) => answer.confidence === word)),
  }));
  return {
    pacing: {
      totalMs: times.reduce((sum, ms) => sum + ms, 0),
      medianMs: median(times),
      slowest: slowest ? { n: slowest.n, ms: slowest.ms } : null,
      lastTenMs: median(times.slice(-10)),
    },
    changes: {
      n: changed.length,
      toRight: changed.filter((answer) => answer.correct && !firstRight(answer)).length,
      toWrong: changed.filter((answer) => !answer.correct && firstRight(answer)).length,
      between: changed.filter((answer) => answer.correct === firstRight(answer)).length,
    },
    flagged: scoreOf(answers.filter((answer) => answer.flagged)),
    unflagged: scoreOf(answers.filter((answer) => !answer.flagged)),
    confidence: said.filter((score) => score.n > 0),
  };
}
