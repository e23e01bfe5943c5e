import { interleave } from "../session/interleave.ts";
import { belowCut } from "./domains.ts";
import type { Forecast } from "./forecast.ts";
import { effortOf } from "./gain.ts";
import { type ExamState, examState, itemState, type Learner, practiceAt } from "./learner.ts";
import { retrievability } from "./memory.ts";
import { forecastNow } from "./readiness.ts";
import { type ReviewRequest, rankReviews } from "./reviews.ts";
import { fewest } from "./topics.ts";
import { domainIndex, type ItemFacts } from "./types.ts";
import { rankUnseen } from "./unseen.ts";

/** What a day's drill is to be made of. */
export interface DayRequest extends ReviewRequest {
  readonly exam: string;
  readonly minutes: number;
  /** Items kept for mock exams: never drilled. */
  readonly reserve: ReadonlySet<string>;
}

/** Why an item is in the plan: its memory needs it, its domain is the weakest, or it was never seen. */
type Reason = "due" | "weak" | "new";

/** A day's drill. */
export interface DayPlan {
  /** In the order to be asked. */
  readonly items: readonly { readonly item: string; readonly reason: Reason }[];
  /** Minutes it is expected to take at the learner's own pace; at most what was asked for, but for a single item. */
  readonly minutes: number;
  /** Id of the domain that "weak" items belong to; null when none is likelier than not under the cut. */
  readonly weakest: string | null;
}

interface Candidate {
  readonly facts: ItemFacts;
  readonly reason: Reason;
  readonly minutes: number;
}

/** Days before the exam on which nothing new is begun. */
export const quietDays = 3;
// Part of the time for what was never seen, and its bounds when an exam sets the pace.
const freshPart = 0.4;
const freshBounds = { least: 0.25, most: 0.6 };

/**
 * Plans a day: reviews, items of the weakest domain and new items, in as many minutes as are given. Services
 * alternate, no two items share a concept, and nothing answered today comes back.
 */
export function planDay(learner: Learner, items: readonly ItemFacts[], request: DayRequest): DayPlan {
  const state = examState(learner, request.exam);
  const forecast = forecastNow(state, practiceAt(learner, request.exam, request.now), request.today);
  const weakest = weakestDomain(state, forecast);
  const open = items.filter((facts) => isOpen(learner, state, facts, request));
  const reviews = rankReviews(learner, open, request).map(({ facts, recall }) =>
    candidateOf(learner, facts, "due", recall),
  );
  const fresh = beginsNew(request)
    ? rankUnseen(learner, state, forecast.logits.mean, open, request.now).map((facts) => {
        const domain = domainIndex(state.blueprint, facts);
        return candidateOf(
          learner,
          facts,
          domain === weakest ? "weak" : "new",
          forecast.domains[domain] as number,
        );
      })
    : [];
  const drill = fillDay(reviews, fresh, lessons(learner, open, state, weakest, request), {
    minutes: request.minutes,
    part: freshShare(fresh, request),
    concepts: conceptsOfToday(learner, items, request.today),
  });
  return {
    items: interleave(drill, (c) => c.facts.services[0] ?? "").map(({ facts, reason }) => ({
      item: facts.id,
      reason,
    })),
    minutes: drill.reduce((sum, c) => sum + c.minutes, 0),
    weakest: state.blueprint.domains[weakest]?.id ?? null,
  };
}

function isOpen(learner: Learner, state: ExamState, facts: ItemFacts, request: DayRequest): boolean {
  if (request.reserve.has(facts.id) || domainIndex(state.blueprint, facts) < 0) return false;
  return itemState(learner, facts.id)?.memory.day !== request.today;
}

function candidateOf(learner: Learner, facts: ItemFacts, reason: Reason, chance: number): Candidate {
  return { facts, reason, minutes: minutesFor(learner, chance) };
}

/** Minutes an item takes that is answered rightly with this chance, explanation included. */
export function minutesFor(learner: Learner, chance: number): number {
  return (learner.pace.mean / 60_000) * effortOf(chance);
}

/** Place of the domain expected lowest, if it is likelier than not under the cut; -1 when there is none. */
function weakestDomain(state: ExamState, forecast: Forecast): number {
  let lowest = -1;
  forecast.domains.forEach((share, d) => {
    const known = (state.fresh[d]?.[0] ?? 0) >= fewest && belowCut(state, forecast, d) > 0.5;
    if (known && (lowest < 0 || share < (forecast.domains[lowest] as number))) lowest = d;
  });
  return lowest;
}

/** Whether new items are begun: not in the last days before the exam. */
function beginsNew(request: ReviewRequest): boolean {
  const { examDay, today } = request;
  return examDay === undefined || today >= examDay || examDay - today > quietDays;
}

function freshShare(fresh: readonly Candidate[], request: DayRequest): number {
  if (fresh.length === 0) return 0;
  if (request.examDay === undefined || request.today >= request.examDay) return freshPart;
  const days = request.examDay - request.today - quietDays;
  const needed = fresh.reduce((sum, c) => sum + c.minutes, 0) / days / request.minutes;
  return Math.min(freshBounds.most, Math.max(freshBounds.least, needed));
}

/** Items of the weakest domain that are not due, the most forgotten first: for when nothing new is left there. */
function lessons(
  learner: Learner,
  open: readonly ItemFacts[],
  state: ExamState,
  weakest: number,
  request: DayRequest,
): Candidate[] {
  return open
    .flatMap((facts) => {
      const memory = itemState(learner, facts.id)?.memory;
      if (memory === undefined || domainIndex(state.blueprint, facts) !== weakest) return [];
      return [{ facts, recall: retrievability(memory, request.now) }];
    })
    .sort((a, b) => a.recall - b.recall || (a.facts.id < b.facts.id ? -1 : 1))
    .map(({ facts, recall }) => candidateOf(learner, facts, "weak", recall));
}

function conceptsOfToday(learner: Learner, items: readonly ItemFacts[], today: number): Set<string> {
  const met = items.filter((facts) => itemState(learner, facts.id)?.memory.day === today);
  return new Set(met.flatMap((facts) => facts.concept ?? []));
}

interface Room {
  readonly minutes: number;
  /** Part of the minutes for what was never seen. */
  readonly part: number;
  readonly concepts: Set<string>;
}

function fillDay(
  reviews: readonly Candidate[],
  fresh: readonly Candidate[],
  weakLessons: readonly Candidate[],
  room: Room,
): Candidate[] {
  const drill: Candidate[] = [];
  const chosen = new Set<string>();
  let used = 0;
  const fill = (candidates: readonly Candidate[], upTo: number) => {
    for (const c of candidates) {
      const { id, concept } = c.facts;
      if (used + c.minutes > upTo && used > 0) return;
      if (chosen.has(id) || (concept !== undefined && room.concepts.has(concept))) continue;
      if (concept !== undefined) room.concepts.add(concept);
      chosen.add(id);
      drill.push(c);
      used += c.minutes;
    }
  };
  const weak = fresh.filter((c) => c.reason === "weak");
  fill(reviews, room.minutes * (1 - room.part));
  fill(weak.length > 0 ? weak : weakLessons, room.minutes * (1 - room.part / 2));
  fill(fresh, room.minutes);
  fill(reviews, room.minutes);
  fill(weakLessons, room.minutes);
  return drill;
}
