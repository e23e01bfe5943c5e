import { logistic } from "../../src/learner/numeric.ts";
import { guessFloor, type ItemFacts } from "../../src/learner/types.ts";
import type { Confidence } from "../../src/session/events.ts";
import type { Chance } from "./chance.ts";
import type { World } from "./world.ts";

/** Topics by domain, in proportion to the weights of the exam. */
export const topicsByDomain = [13, 10, 10, 7] as const;
const topicCount = 40;
const domainOfTopic = topicsByDomain.flatMap((n, d) => new Array<number>(n).fill(d));
const poolPerTopic = 10;

/** A question as it really is. */
export interface Question {
  readonly topic: number;
  readonly slope: number;
  readonly difficulty: number;
  readonly floor: number;
  readonly slip: number;
}

interface ItemMemory {
  days: number;
  last: number;
}

/** A simulated learner: what is true of him, of which the model sees only answers. */
export interface Person {
  readonly world: World;
  readonly chance: Chance;
  readonly topics: readonly number[];
  readonly outside: number;
  readonly drift: number[];
  readonly gain: number;
  readonly memoryDays: number;
  readonly practice: { day: number; worth: number }[][];
  readonly items: Map<string, ItemMemory>;
  readonly shift: number;
  readonly pool: readonly Question[];
}

/** A learner of a world. */
export function drawPerson(world: World, chance: Chance): Person {
  const general = chance.normal(world.ability, world.abilitySd);
  const domains = topicsByDomain.map(() => chance.normal(0, world.domainSd));
  return {
    world,
    chance,
    topics: domainOfTopic.map((d) => general + (domains[d] as number) + chance.normal(0, world.topicSd)),
    outside: chance.normal(world.outside, world.outsideSpread),
    drift: topicsByDomain.map(() => 0),
    gain: world.gain * Math.exp(chance.normal(0, world.gainSpread)),
    memoryDays: world.memoryDays * Math.exp(chance.normal(0, 0.5)),
    practice: domainOfTopic.map(() => []),
    items: new Map(),
    shift: chance.normal(world.shift, world.shiftSpread),
    pool: domainOfTopic.flatMap((_, topic) =>
      Array.from({ length: poolPerTopic }, () => drawQuestion(world, chance, topic)),
    ),
  };
}

function drawQuestion(world: World, chance: Chance, topic: number, textbook = examKind(chance)): Question {
  return {
    topic,
    slope: Math.exp(chance.normal(0, world.slopeSpread)),
    difficulty: chance.normal(0, 1),
    floor: Math.min(0.5, Math.max(0.02, textbook * world.guessing * (1 + chance.normal(0, 0.15)))),
    slip: chance.uniform(0, world.slip),
  };
}

function examKind(chance: Chance): number {
  return chance.happens(0.85) ? 1 / 4 : 1 / 10;
}

/** Items of a bank with what is true of them; domains as on the exam. */
export function drawBank(world: World, chance: Chance): { facts: ItemFacts; question: Question }[] {
  return Array.from({ length: world.bank }, (_, i) => {
    const topic = i % topicCount;
    const multiple = !chance.happens(0.85);
    const kind = multiple ? { options: 5, keys: 2 } : { options: 4, keys: 1 };
    const question = drawQuestion(world, chance, topic, guessFloor(kind));
    const label = chance.normal(world.labels * question.difficulty, Math.sqrt(1 - world.labels ** 2));
    const facts: ItemFacts = {
      id: `i${i}`,
      objectives: { exam: `${(domainOfTopic[topic] as number) + 1}.${topic}.1` },
      ...kind,
      level: label < -0.6 ? "recall" : label > 0.6 ? "analyse" : "apply",
      services: [`s${topic}`],
    };
    return { facts, question };
  });
}

/** Ability in a topic on a day: what was there, what came from outside, and practice that saturates and fades. */
function abilityIn(person: Person, topic: number, day: number): number {
  let practice = 0;
  for (const p of person.practice[topic] ?? [])
    practice += p.worth * (1 + day - p.day) ** -person.world.fading;
  const outside = (person.drift[domainOfTopic[topic] as number] as number) + person.outside * day;
  return (person.topics[topic] as number) + outside + person.gain * (1 - Math.exp(-practice / 3));
}

function freshChance(question: Question, ability: number): number {
  const { floor, slip, slope, difficulty } = question;
  return floor + (1 - floor - slip) * logistic(slope * (ability - difficulty));
}

/** An answer as the model sees it. */
export interface Answer {
  readonly correct: boolean;
  readonly confidence: Confidence;
}

/** Answers an item on a day, reads the explanation, and learns from it. */
export function answer(person: Person, id: string, question: Question, day: number): Answer {
  const { chance, world } = person;
  const memory = person.items.get(id);
  const recalled = memory !== undefined && chance.happens(recallOf(memory, day));
  const ability = abilityIn(person, question.topic, day);
  const { floor } = question;
  const knows = recalled || chance.happens((freshChance(question, ability) - floor) / (1 - floor));
  const correct = knows || chance.happens(floor);
  const worth = memory === undefined ? 1 : world.repeatWorth;
  (person.practice[question.topic] as { day: number; worth: number }[]).push({ day, worth });
  person.items.set(id, { days: strengthen(person, memory, correct), last: day });
  return { correct, confidence: confidenceOf(chance, recalled, knows) };
}

function recallOf(memory: ItemMemory, day: number): number {
  return (1 + (day - memory.last) / memory.days) ** -0.5;
}

function strengthen(person: Person, memory: ItemMemory | undefined, correct: boolean): number {
  if (memory === undefined) return person.memoryDays * (correct ? 1 : 0.6);
  return memory.days * (correct ? person.world.memoryGrowth : 0.8);
}

function confidenceOf(chance: Chance, recalled: boolean, knows: boolean): Confidence {
  const u = chance.uniform(0, 1);
  if (recalled) return u < 0.85 ? "sure" : "unsure";
  if (knows) return u < 0.6 ? "sure" : "unsure";
  return u < 0.6 ? "guess" : u < 0.85 ? "unsure" : "sure";
}

/** The night: what happens outside the drill. */
export function sleep(person: Person): void {
  person.drift.forEach((d, i) => {
    person.drift[i] = d + person.chance.normal(0, person.world.outsideNoise);
  });
}

/** True chance of a right answer on fresh exam questions, by domain. */
export function truthByDomain(person: Person, day: number): number[] {
  const sums = topicsByDomain.map(() => 0);
  person.topics.forEach((_, topic) => {
    const ability = abilityIn(person, topic, day) + person.shift;
    const domain = domainOfTopic[topic] as number;
    for (let i = 0; i < poolPerTopic; i++) {
      const question = person.pool[topic * poolPerTopic + i] as Question;
      sums[domain] = (sums[domain] as number) + freshChance(question, ability);
    }
  });
  return sums.map((sum, d) => sum / ((topicsByDomain[d] as number) * poolPerTopic));
}

/** Sits a form of 50 fresh questions (by domain quotas): the number of right answers. */
export function sitExam(person: Person, day: number, quotas: readonly number[]): number {
  const { chance, world } = person;
  let right = 0;
  quotas.forEach((n, domain) => {
    const first = topicsByDomain.slice(0, domain).reduce((a, b) => a + b, 0);
    for (let i = 0; i < n; i++) {
      const topic = first + chance.below(topicsByDomain[domain] as number);
      const ability = abilityIn(person, topic, day) + person.shift;
      if (chance.happens(freshChance(drawQuestion(world, chance, topic), ability))) right++;
    }
  });
  return right;
}
