import type { BankRule, ItemRule } from "../rule.ts";
import { balanceRules } from "./balance.ts";
import { duplicateRules } from "./duplicates.ts";
import { factRules } from "./facts.ts";
import { grammarRules } from "./grammar.ts";
import { keyLength } from "./key-length.ts";
import { optionRules } from "./options.ts";
import { rationaleRules } from "./rationale.ts";
import { revealedKeyRules } from "./revealed-keys.ts";
import { singleCueRules } from "./single-cues.ts";
import { stemRules } from "./stem.ts";
import { wordingRules } from "./wording.ts";

/** All rules for single items. */
export const itemRules: readonly ItemRule[] = [
  ...stemRules,
  ...optionRules,
  keyLength,
  ...grammarRules,
  ...rationaleRules,
  ...wordingRules,
  ...factRules,
];

/** All rules for the bank as a whole. */
export const bankRules: readonly BankRule[] = [
  ...singleCueRules,
  ...revealedKeyRules,
  ...balanceRules,
  ...duplicateRules,
];
