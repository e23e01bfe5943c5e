import type { ItemView } from "./item-view.ts";

/** Steps from an item to a part of it, such as ["options", 2, "why"]. */
export type PartPath = readonly (string | number)[];

/** What a rule found in an item. */
export interface Flaw {
  readonly path: PartPath;
  readonly message: string;
}

/** What a rule found that concerns several items; placed at the item it names, or at the first of the bank. */
export interface BankFlaw extends Flaw {
  readonly view?: ItemView;
}

/** What a rule may know besides the items. */
export interface LintContext {
  readonly now: Date;
  /** Age in days from which a verification is stale; without it nothing is. */
  readonly staleDays?: number;
}

interface RuleHead {
  readonly code: string;
  readonly severity: "error" | "warning";
  /** What the rule asks for, in one line. */
  readonly about: string;
  /** What an author can do about a finding. */
  readonly hint: string;
}

/** A rule that looks at one item at a time. */
export interface ItemRule extends RuleHead {
  check(view: ItemView, context: LintContext): Flaw[];
}

/** A rule that looks at all items together. */
export interface BankRule extends RuleHead {
  check(views: readonly ItemView[]): BankFlaw[];
}
