/** A chance that was given, and whether it came true. */
export interface Call {
  readonly given: number;
  readonly happened: boolean;
}

export function mean(list: readonly number[]): number {
  return list.reduce((a, b) => a + b, 0) / list.length;
}

/** Mean absolute value. */
export function mae(errors: readonly number[]): number {
  return mean(errors.map(Math.abs));
}

/** Root mean square. */
export function rms(errors: readonly number[]): number {
  return Math.sqrt(mean(errors.map((e) => e * e)));
}

/** Share of true values. */
export function share(list: readonly boolean[]): number {
  return mean(list.map(Number));
}

/** Expected calibration error in ten equal bins: mean distance between what was called and what came. */
export function ece(calls: readonly Call[]): number {
  return binned(calls).reduce((sum, bin) => sum + Math.abs(bin.given - bin.happened), 0) / calls.length;
}

/** The calibration error that chance alone gives to perfectly calibrated calls: mean of a folded normal, by bin. */
export function eceByChance(calls: readonly Call[]): number {
  return binned(calls).reduce((sum, bin) => sum + Math.sqrt((2 / Math.PI) * bin.variance), 0) / calls.length;
}

function binned(calls: readonly Call[]) {
  const bins = Array.from({ length: 10 }, () => ({ given: 0, happened: 0, variance: 0 }));
  for (const { given, happened } of calls) {
    const bin = bins[Math.min(9, Math.floor(given * 10))] as (typeof bins)[number];
    bin.given += given;
    bin.happened += Number(happened);
    bin.variance += given * (1 - given);
  }
  return bins;
}

/** Part of the error of always calling the base rate that the calls take away (Brier skill). */
export function brierSkill(calls: readonly Call[]): number {
  const base = share(calls.map((c) => c.happened));
  const brier = mean(calls.map((c) => (c.given - Number(c.happened)) ** 2));
  return 1 - brier / (base * (1 - base));
}
