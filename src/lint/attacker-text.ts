import type { AttackResult } from "./attacker.ts";
import { rateText } from "./hit-rate.ts";

const shownCues = 5;

/** The attacker's result as lines of text: the headline, what it uses, then the single strategies. */
export function attackerText({ model, cues, strategies }: AttackResult): string[] {
  if (model.items === 0) return ["cue-only attacker: no single-response items with four options"];
  const used = cues
    .slice(0, shownCues)
    .map(({ name, weight }) => `${name} ${weight > 0 ? "+" : "-"}${Math.abs(weight).toFixed(2)}`);
  return [
    `cue-only attacker: ${rateText(model)}; chance is 25 %`,
    `  uses: ${used.join(", ")}`,
    ...strategies.map((rate) => `  ${rate.name}: ${rateText(rate)}`),
  ];
}
