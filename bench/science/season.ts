import { wideningOf } from "../../src/learner/calibration.ts";
import { domainStandings } from "../../src/learner/domains.ts";
import { domainQuotas, type Forecast, forecastExam, rawScores } from "../../src/learner/forecast.ts";
import {
  beliefOn,
  emptyLearner,
  examState,
  type Learner,
  learn,
  practiceAt,
} from "../../src/learner/learner.ts";
import { retrievability } from "../../src/learner/memory.ts";
import { poissonBinomial } from "../../src/learner/numeric.ts";
import { passProbability, rawRange } from "../../src/learner/score.ts";
import type { Blueprint, ItemFacts } from "../../src/learner/types.ts";
import type { Chance } from "./chance.ts";
import {
  answer,
  drawBank,
  drawPerson,
  type Person,
  type Question,
  sitExam,
  sleep,
  truthByDomain,
} from "./person.ts";
import type { World } from "./world.ts";

/** The exam of the simulation. Its cut is known there, so nothing is to be averaged over. */
export const blueprint: Blueprint = {
  exam: "exam",
  domains: [
    { id: "1", weight: 32 },
    { id: "2", weight: 26 },
    { id: "3", weight: 24 },
    { id: "4", weight: 18 },
  ],
  scored: 50,
  floors: [
    { share: 0.85, floor: 1 / 4 },
    { share: 0.15, floor: 1 / 10 },
  ],
  cut: { mean: 0.72, sd: 0 },
};

/** What the model said on the evening of a day, and what was true. Shares are 0 to 1. */
export interface Checkpoint {
  readonly world: string;
  readonly day: number;
  readonly fresh: number;
  readonly forecast: Forecast;
  readonly today: { readonly low: number; readonly high: number };
  readonly pass: number;
  readonly truth: number;
  readonly truthDomains: readonly number[];
  /** Whether each domain was called weak. */
  readonly weak: readonly boolean[];
  readonly exam: number;
  readonly oraclePass: number;
  readonly rawAll: number;
  readonly rawFirst: number;
}

const days = 30;
const checkpoints = new Set([3, 7, 14, 21, 30]);
const answersADay = 24;
const repeatsADay = 12;
const dayMs = 86_400_000;
const minuteMs = 60_000;

interface Desk {
  readonly person: Person;
  readonly learner: Learner;
  readonly facts: Map<string, ItemFacts>;
  readonly questions: Map<string, Question>;
  readonly unseen: string[];
  readonly tally: { all: number; allRight: number; first: number; firstRight: number };
}

/** Thirty days of a simulated learner through the real model. */
export function runSeason(world: World, chance: Chance): Checkpoint[] {
  const person = drawPerson(world, chance);
  const bank = drawBank(world, chance);
  const desk: Desk = {
    person,
    learner: emptyLearner([blueprint]),
    facts: new Map(bank.map((b) => [b.facts.id, b.facts])),
    questions: new Map(bank.map((b) => [b.facts.id, b.question])),
    unseen: shuffled(
      bank.map((b) => b.facts.id),
      chance,
    ),
    tally: { all: 0, allRight: 0, first: 0, firstRight: 0 },
  };
  const seen: Checkpoint[] = [];
  for (let day = 1; day <= days; day++) {
    studyDay(desk, day);
    if (checkpoints.has(day)) seen.push(look(desk, day));
    sleep(person);
  }
  return seen;
}

function studyDay(desk: Desk, day: number): void {
  const repeats = dueFirst(desk, day);
  const due = repeats.slice(0, repeatsADay);
  const fresh = desk.unseen.splice(0, answersADay - due.length);
  const more = repeats.slice(repeatsADay, repeatsADay + answersADay - due.length - fresh.length);
  [...due, ...fresh, ...more].forEach((id, i) => {
    answerOne(desk, id, day, i);
  });
}

/** Items seen before, the most forgotten first; those above 90 % only fill an empty day. */
function dueFirst(desk: Desk, day: number): string[] {
  const recall = Object.entries(desk.learner.items).map(([id, item]) => ({
    id,
    r: retrievability(item.memory, day * dayMs),
  }));
  const sorted = recall.sort((a, b) => a.r - b.r);
  return (desk.unseen.length === 0 ? sorted : sorted.filter((x) => x.r <= 0.9)).map((x) => x.id);
}

function answerOne(desk: Desk, id: string, day: number, i: number): void {
  const { tally, learner } = desk;
  const given = answer(desk.person, id, desk.questions.get(id) as Question, day);
  tally.all++;
  tally.allRight += Number(given.correct);
  if (!Object.hasOwn(learner.items, id)) {
    tally.first++;
    tally.firstRight += Number(given.correct);
  }
  const attempt = { item: id, at: day * dayMs + i * minuteMs, ms: minuteMs, ...given };
  learn(learner, attempt, desk.facts.get(id) as ItemFacts);
}

function look(desk: Desk, day: number): Checkpoint {
  const { learner, person, tally } = desk;
  const exam = examState(learner, blueprint.exam);
  const quotas = domainQuotas(blueprint);
  const at = day * dayMs + 60 * minuteMs;
  const practice = practiceAt(learner, blueprint.exam, at);
  const forecast = forecastExam(blueprint, beliefOn(exam, day), practice, {
    shift: exam.shift,
    widening: wideningOf(exam.calibration),
  });
  const raw = rawScores(blueprint, forecast.logits);
  const truthDomains = truthByDomain(person, day);
  const form = quotas.flatMap((n, d) => new Array<number>(n).fill(truthDomains[d] as number));
  return {
    world: person.world.name,
    day,
    fresh: exam.fresh.reduce((sum, [n]) => sum + n, 0),
    forecast,
    today: rawRange(raw),
    pass: passProbability(raw, blueprint.cut),
    truth: form.reduce((a, b) => a + b, 0) / form.length,
    truthDomains,
    weak: domainStandings(learner, exam, forecast, { now: at, items: [] }).map((d) => d.weak),
    exam: sitExam(person, day, quotas) / form.length,
    oraclePass: passProbability(poissonBinomial(form), blueprint.cut),
    rawAll: tally.allRight / tally.all,
    rawFirst: tally.firstRight / tally.first,
  };
}

function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}
