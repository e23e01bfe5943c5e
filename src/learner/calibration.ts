/** Running record of the chances that were given to first answers, and of what then happened. */
export interface Calibration {
  readonly n: number;
  readonly right: number;
  /** Sum of the logarithms of the chances given to what happened. */
  readonly score: number;
  /** The same, had the learner's running share of right answers been given instead. */
  readonly baseline: number;
  /** Sum of the squared differences of the two, answer by answer. */
  readonly spread: number;
  /** Five bins by chance given (0-20 %, ..., 80-100 %): answers, sum of chances, right answers. */
  readonly bins: readonly (readonly [n: number, given: number, right: number])[];
}

const enough = 100;
const widening = 1.25;
// One-sided 5 %: without it, one learner in seven would be told of a failure that was bad luck.
const beyondChance = 1.645;

export const emptyCalibration: Calibration = {
  n: 0,
  right: 0,
  score: 0,
  baseline: 0,
  spread: 0,
  bins: [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ],
};

/** Record after one more first answer, to which `given` (0 to 1) had been given as the chance of being right. */
export function recorded(calibration: Calibration, given: number, correct: boolean): Calibration {
  const { n, right } = calibration;
  const mean = (right + 1) / (n + 2);
  const bin = Math.min(4, Math.floor(given * 5));
  const score = Math.log(correct ? given : 1 - given);
  const baseline = Math.log(correct ? mean : 1 - mean);
  return {
    n: n + 1,
    right: right + Number(correct),
    score: calibration.score + score,
    baseline: calibration.baseline + baseline,
    spread: calibration.spread + (score - baseline) ** 2,
    bins: calibration.bins.map((b, i) => (i === bin ? [b[0] + 1, b[1] + given, b[2] + Number(correct)] : b)),
  };
}

/**
 * Factor for the width of what is not known about the learner: 1, or 1.25 once 100 first answers were predicted worse
 * than by the learner's own running share of right answers, by more than chance explains.
 */
export function wideningOf({ n, score, baseline, spread }: Calibration): number {
  return n >= enough && baseline - score > beyondChance * Math.sqrt(spread) ? widening : 1;
}

/** One line of the reliability table. */
export interface ReliabilityRow {
  /** Bounds of the chances given, 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Mean chance given, 0 to 1. */
  readonly given: number;
  /** Share that was right, 0 to 1. */
  readonly right: number;
}

/** Reliability table: "of those called 60-80 % you got 74 % of 61". Bins without answers are left out. */
export function reliability(calibration: Calibration): ReliabilityRow[] {
  return calibration.bins.flatMap(([n, given, right], i) =>
    n === 0 ? [] : [{ from: i / 5, to: (i + 1) / 5, n, given: given / n, right: right / n }],
  );
}

/** How much harder or easier the real exam is than the bank (logits on ability; negative is harder). */
export interface Shift {
  readonly mean: number;
  readonly variance: number;
}

/** Nothing is known of the exam's difficulty but how far such shifts usually go. */
export const priorShift: Shift = { mean: 0, variance: 0.28 ** 2 };

/** What a forecast said about the share of right answers on the exam that was then sat. */
export interface ForecastOfResult {
  readonly share: number;
  /** Variance of the true share, the shift included. */
  readonly variance: number;
  /** Change of the share per logit of shift. */
  readonly slope: number;
  /** Variance of the share that the luck of the form and the unknown cut add. */
  readonly noise: number;
}

/** Shift after a real result, by linear regression: the luck of the form and the learner's own uncertainty take their part. */
export function shiftAfterResult(shift: Shift, forecast: ForecastOfResult, share: number): Shift {
  const gain = (shift.variance * forecast.slope) / (forecast.variance + forecast.noise);
  return {
    mean: shift.mean + gain * (share - forecast.share),
    variance: shift.variance * (1 - gain * forecast.slope),
  };
}
