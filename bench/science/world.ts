import type { Chance } from "./chance.ts";

/**
 * Constants of a simulated world. None of its laws is the model's own: ability hangs on topics, not domains; learning
 * saturates and is forgotten by a power law; items differ in slope, guessing and slips; memory of an item is a power
 * law with other constants than FSRS; the exam is shifted against the bank.
 */
export interface World {
  readonly name: string;
  /** Items that can be drilled. */
  readonly bank: number;
  /** Mean ability at the start, in logits, and its spread over learners, domains and topics. */
  readonly ability: number;
  readonly abilitySd: number;
  readonly domainSd: number;
  readonly topicSd: number;
  /** Median gain in logits of a topic practised without end, and its spread (logarithm) over learners. */
  readonly gain: number;
  readonly gainSpread: number;
  /** What a repeat adds to a topic, against a first meeting. */
  readonly repeatWorth: number;
  /** Exponent of the forgetting of practice. */
  readonly fading: number;
  /** Median days over which an item just explained is remembered, and what a recall multiplies them by. */
  readonly memoryDays: number;
  readonly memoryGrowth: number;
  /** Study outside the drill: mean and spread of the gain a day, and the daily noise of a domain. */
  readonly outside: number;
  readonly outsideSpread: number;
  readonly outsideNoise: number;
  /** Factor on the textbook chance of a blind guess. */
  readonly guessing: number;
  /** Upper bound of the chance to slip on what is known. */
  readonly slip: number;
  /** Spread of the logarithm of item slopes. */
  readonly slopeSpread: number;
  /** Correlation of the item's level with its difficulty. */
  readonly labels: number;
  /** Exam against bank, in logits: mean (negative: the exam is harder) and spread. */
  readonly shift: number;
  readonly shiftSpread: number;
}

const base: World = {
  name: "base",
  bank: 390,
  ability: 0.35,
  abilitySd: 0.9,
  domainSd: 0.4,
  topicSd: 0.5,
  gain: 1.25,
  gainSpread: 0.4,
  repeatWorth: 0.4,
  fading: 0.3,
  memoryDays: 8,
  memoryGrowth: 2,
  outside: 0.008,
  outsideSpread: 0.01,
  outsideNoise: 0.03,
  guessing: 1,
  slip: 0.08,
  slopeSpread: 0.3,
  labels: 0.5,
  shift: 0,
  shiftSpread: 0.2,
};

/** The nine worlds with fixed constants: each bends one assumption of the model. */
export const worlds: readonly World[] = [
  base,
  { ...base, name: "noLearning", gain: 0, outside: 0, outsideSpread: 0 },
  { ...base, name: "memoriser", gain: 0, repeatWorth: 0, memoryDays: 40, memoryGrowth: 3 },
  { ...base, name: "fastLearner", gain: 2.5 },
  { ...base, name: "forgetful", fading: 0.8, memoryDays: 3, memoryGrowth: 1.5, outside: -0.004 },
  { ...base, name: "easyBank", shift: -0.5 },
  { ...base, name: "lowGuess", guessing: 0.17 / 0.25 },
  { ...base, name: "topicky", domainSd: 0.2, topicSd: 1 },
  { ...base, name: "heavyRepeat", bank: 150 },
];

/** A world of which every constant is drawn anew, from wide ranges: one for each learner. */
export function wildWorld(chance: Chance): World {
  return {
    name: "wild",
    bank: 150 + chance.below(400),
    ability: chance.uniform(-0.2, 1.2),
    abilitySd: chance.uniform(0.5, 1.2),
    domainSd: chance.uniform(0.1, 0.8),
    topicSd: chance.uniform(0.1, 1),
    gain: chance.uniform(0, 2.2),
    gainSpread: chance.uniform(0, 0.6),
    repeatWorth: chance.uniform(0, 1),
    fading: chance.uniform(0.1, 0.9),
    memoryDays: chance.uniform(1.5, 20),
    memoryGrowth: chance.uniform(1.3, 3),
    outside: chance.uniform(-0.01, 0.02),
    outsideSpread: chance.uniform(0, 0.02),
    outsideNoise: chance.uniform(0, 0.06),
    guessing: chance.uniform(0.6, 1.3),
    slip: chance.uniform(0, 0.15),
    slopeSpread: chance.uniform(0, 0.5),
    labels: chance.uniform(0, 0.7),
    shift: chance.uniform(-0.3, 0.3),
    shiftSpread: chance.uniform(0.1, 0.3),
  };
}
