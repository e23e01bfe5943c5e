import { shiftAfterResult } from "./calibration.ts";
import { domainShares, examFloor, examSlope } from "./forecast.ts";
import { examState, type Learner, practiceAt } from "./learner.ts";
import { forecastNow } from "./readiness.ts";
import { pointsPerShare, shareOfScore } from "./score.ts";

/**
 * Learns from a result of the real exam how its difficulty compares with the bank's: only the shift is moved, and only
 * as far as the luck of one form, the unknown cut and what was not known of the learner allow.
 */
export function takeResult(learner: Learner, exam: string, score: number, at: number, day: number): void {
  const state = examState(learner, exam);
  const { cut, scored } = state.blueprint;
  const forecast = forecastNow(state, practiceAt(learner, exam, at), day);
  const floor = examFloor(state.blueprint);
  const slope = domainShares(state.blueprint).reduce(
    (sum, weight, d) => sum + weight * examSlope(floor, forecast.logits.mean[d] ?? 0),
    0,
  );
  const luck = (forecast.share * (1 - forecast.share)) / scored;
  // A wrong cut moves the share that is read from a score by the same part of what was missed.
  const share = shareOfScore(score, cut.mean);
  const ofCut = (((1000 - score) / pointsPerShare(cut.mean) / (1 - cut.mean)) * cut.sd) ** 2;
  state.shift = shiftAfterResult(
    state.shift,
    { share: forecast.share, variance: forecast.sd ** 2, slope, noise: luck + ofCut },
    share,
  );
}
