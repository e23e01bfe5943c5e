import { domainShares, examFloor, examSlope } from "./forecast.ts";
import { type ExamState, itemState, type Learner, rememberedOf } from "./learner.ts";
import { domainIndex, type ItemFacts } from "./types.ts";

/**
 * Unseen items, the most useful first. The next domain is always the one where one more item is worth most: weight
 * times score per logit, over what is already practised there. Inside a domain, objectives that were seen least.
 */
export function rankUnseen(
  learner: Learner,
  state: ExamState,
  logits: readonly number[],
  items: readonly ItemFacts[],
  now: number,
): ItemFacts[] {
  const queues = queuesByDomain(learner, state, items);
  const practised = state.practised.map((ids) => 10 + rememberedOf(learner, ids, now));
  const floor = examFloor(state.blueprint);
  const worth = domainShares(state.blueprint).map((w, d) => w * examSlope(floor, logits[d] as number));
  const ranked: ItemFacts[] = [];
  for (;;) {
    let best = -1;
    const value = (d: number) => (worth[d] as number) / (practised[d] as number);
    queues.forEach((queue, d) => {
      if (queue.length > 0 && (best < 0 || value(d) > value(best))) best = d;
    });
    const next = queues[best]?.shift();
    if (next === undefined) return ranked;
    practised[best] = (practised[best] as number) + 1;
    ranked.push(next);
  }
}

function queuesByDomain(learner: Learner, state: ExamState, items: readonly ItemFacts[]): ItemFacts[][] {
  const exam = state.blueprint.exam;
  const met = new Map<string, number>();
  const meet = (facts: ItemFacts) => {
    const objective = facts.objectives[exam] ?? "";
    const before = met.get(objective) ?? 0;
    met.set(objective, before + 1);
    return before;
  };
  for (const facts of items) if (itemState(learner, facts.id) !== undefined) meet(facts);
  const fresh = items
    .filter((facts) => itemState(learner, facts.id) === undefined)
    .map((facts) => ({ facts, lot: lotOf(facts.id) }))
    .sort((a, b) => a.lot - b.lot || (a.facts.id < b.facts.id ? -1 : 1))
    .map(({ facts, lot }) => ({ facts, lot, turn: meet(facts) }))
    .sort((a, b) => a.turn - b.turn);
  return state.blueprint.domains.map((_, d) =>
    fresh.filter(({ facts }) => domainIndex(state.blueprint, facts) === d).map(({ facts }) => facts),
  );
}

/** A lot that is drawn from the id (FNV-1a): order without chance, and without the alphabet's clusters. */
function lotOf(id: string): number {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619);
  return (hash ^ (hash >>> 15)) >>> 0;
}
