/** A duration a person can read: "48 s", "6:10", "1 h 51 min". */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

/** A share in per cent, "-" when there is none. */
export function percent(share: number | null): string {
  return share === null ? "-" : `${Math.round(share * 100)} %`;
}

/**
 * A chance in per cent, in steps of `step` (a part of 1). What is beyond the last step on either side is never called
 * certain: "over 95 %", "under 5 %".
 */
export function chanceText(chance: number, step = 0.01): string {
  const least = Math.round(step * 100);
  if (chance > 1 - step / 2) return `over ${100 - least} %`;
  if (chance < step / 2) return `under ${least} %`;
  return percent(Math.round(chance / step) * step);
}

/** Step in which chances to pass are told: they are not known more exactly. */
export const passStep = 0.05;

/** The range of a share in per cent, "61-87"; empty when there is none. */
export function range({ low, high }: { readonly low: number | null; readonly high: number | null }): string {
  return low === null || high === null ? "" : `${Math.round(low * 100)}-${Math.round(high * 100)}`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A date as people write it: "15 Jan 2027". */
export function writtenDay(date: string): string {
  const [year = "", month = "1", day = "1"] = date.split("-");
  return `${Number(day)} ${months[Number(month) - 1] ?? ""} ${year}`;
}
