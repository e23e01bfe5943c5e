import { chanceText } from "../numbers.ts";

/** "`name` is weaker than `than`", with its chance from 0.5 to 1. */
export interface NamedPair {
  readonly name: string;
  readonly than: string;
  readonly chance: number;
}

const worthTelling = 0.7;

/** Comparisons that are sure enough to be told, a line each. */
export function weakerLines(pairs: readonly NamedPair[]): string[] {
  return pairs
    .filter(({ chance }) => chance >= worthTelling)
    .map(({ name, than, chance }) => `${name} is weaker than ${than} (${chanceText(chance)})`);
}
