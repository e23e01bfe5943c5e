import type { AttackResult, HitRate } from "./attacker.ts";

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** The attacker's result as lines of text: the headline, then the single strategies. */
export function attackerText({ model, strategies }: AttackResult): string[] {
  if (model.items === 0) return ["cue-only attacker: no single-response items with four options"];
  const line = ({ name, share, low, high, hits, items }: HitRate) =>
    `${name}: ${percent(share)} of ${items} items (${Number(hits.toFixed(1))}; 95 % interval ${percent(low)} to ${percent(high)})`;
  return [`${line(model)}, chance is 25 %`, ...strategies.map((strategy) => `  ${line(strategy)}`)];
}
