import { type ItemView, mean } from "../item-view.ts";
import type { Flaw, ItemRule } from "../rule.ts";

const longKey = 1.6;
const longDistractor = 1.3;
/** Below this difference in characters nobody reads a length as a cue. */
const visible = 15;

/** No key stands out by its length, unless a distractor stands out as well. */
export const keyLength: ItemRule = {
  code: "key-length",
  severity: "warning",
  about: "the key is not much longer or shorter than the distractors",
  hint: "cut the key, or give a distractor the same detail; learners pick the option that stands out",
  check: (view) => (view.computed ? [] : [...standsOut(view, "longer"), ...standsOut(view, "shorter")]),
};

function standsOut({ keys, distractors }: ItemView, how: "longer" | "shorter"): Flaw[] {
  const key = mean(keys.map(({ length }) => length));
  const lengths = distractors.map(({ length }) => length);
  const usual = mean(lengths);
  const ratio = (length: number, other: number) => (how === "longer" ? length / other : other / length);
  const covered = lengths.some(
    (length, at) => ratio(length, mean(lengths.filter((_, other) => other !== at))) > longDistractor,
  );
  const first = keys[0];
  if (!first || covered || Math.abs(key - usual) < visible || ratio(key, usual) <= longKey) return [];
  const message = `the key has ${Math.round(key)} characters, the distractors ${Math.round(usual)} on average`;
  return [{ path: ["options", first.at, "text"], message }];
}
