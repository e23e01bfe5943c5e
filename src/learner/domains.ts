import { examChance, examFloor, type Forecast, logitOfChance } from "./forecast.ts";
import { type ExamState, itemState, type Learner, rememberedOf } from "./learner.ts";
import { normalCdf } from "./numeric.ts";
import { fewest, twoPlaces, weakFrom } from "./topics.ts";
import { domainIndex, type ItemFacts } from "./types.ts";

/** Standing of a domain. */
export interface DomainStanding {
  readonly id: string;
  /** Fresh answers, and right ones. */
  readonly fresh: number;
  readonly right: number;
  /** Expected share on fresh items and its 90 % range, 0 to 1, to two places; null below 5 fresh answers. */
  readonly expected: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Chance to be under the cut, to two places; null below 5 fresh answers. */
  readonly below: number | null;
  /** Under the cut with a chance of at least 90 %. */
  readonly weak: boolean;
  /** Items answered at least once, how many of them are remembered now, and items never answered. */
  readonly practised: number;
  readonly remembered: number;
  readonly left: number;
}

/** "`id` is weaker than `than`", with a chance from 0.5 to 1, to two places. */
export interface WeakerPair {
  readonly id: string;
  readonly than: string;
  readonly chance: number;
}

const z90 = 1.6448536269514722;

/** Standing of every domain of an exam, in the order of the blueprint. */
export function domainStandings(
  learner: Learner,
  state: ExamState,
  forecast: Forecast,
  at: { readonly now: number; readonly items: readonly ItemFacts[] },
): DomainStanding[] {
  const left = freshLeft(learner, state, at.items);
  return state.blueprint.domains.map(({ id }, d) => {
    const [fresh, right] = state.fresh[d] as [number, number];
    const practised = state.practised[d] as string[];
    const below = belowCut(state, forecast, d);
    const enough = fresh >= fewest;
    return {
      id,
      fresh,
      right,
      ...(enough ? rangeOf(state, forecast, d) : { expected: null, low: null, high: null }),
      below: enough ? twoPlaces(below) : null,
      weak: enough && below >= weakFrom,
      practised: practised.length,
      remembered: Math.round(rememberedOf(learner, practised, at.now)),
      left: left[d] as number,
    };
  });
}

function rangeOf(state: ExamState, forecast: Forecast, d: number) {
  const floor = examFloor(state.blueprint);
  const [mean, sd] = [forecast.logits.mean[d] as number, sdOf(forecast, d)];
  return {
    expected: twoPlaces(forecast.domains[d] as number),
    low: twoPlaces(examChance(floor, mean - z90 * sd)),
    high: twoPlaces(examChance(floor, mean + z90 * sd)),
  };
}

/** Chance that the share of right answers in a domain is under the cut. */
export function belowCut(state: ExamState, forecast: Forecast, d: number): number {
  const cut = logitOfChance(examFloor(state.blueprint), state.blueprint.cut.mean);
  return normalCdf((cut - (forecast.logits.mean[d] as number)) / sdOf(forecast, d));
}

function sdOf(forecast: Forecast, d: number): number {
  return Math.sqrt(forecast.logits.cov[d]?.[d] as number);
}

/** All pairs of domains with at least 5 fresh answers each, the surest comparison first. */
export function weakerPairs(state: ExamState, forecast: Forecast): WeakerPair[] {
  const { mean, cov } = forecast.logits;
  const pairs: WeakerPair[] = [];
  const known = state.blueprint.domains.flatMap(({ id }, d) =>
    (state.fresh[d] as [number, number])[0] >= fewest ? [{ id, d }] : [],
  );
  known.forEach((a, place) => {
    for (const b of known.slice(place + 1)) {
      const c = (i: number, j: number) => cov[i]?.[j] as number;
      const sd = Math.sqrt(c(a.d, a.d) + c(b.d, b.d) - 2 * c(a.d, b.d));
      const chance = normalCdf(((mean[b.d] as number) - (mean[a.d] as number)) / sd);
      const [id, than] = chance >= 0.5 ? [a.id, b.id] : [b.id, a.id];
      pairs.push({ id, than, chance: twoPlaces(Math.max(chance, 1 - chance)) });
    }
  });
  return pairs.sort((a, b) => b.chance - a.chance);
}

/** Number of items of each domain that were never answered. */
function freshLeft(learner: Learner, state: ExamState, items: readonly ItemFacts[]): number[] {
  const left = state.blueprint.domains.map(() => 0);
  for (const facts of items) {
    const domain = domainIndex(state.blueprint, facts);
    if (domain >= 0 && itemState(learner, facts.id) === undefined)
      left[domain] = (left[domain] as number) + 1;
  }
  return left;
}
