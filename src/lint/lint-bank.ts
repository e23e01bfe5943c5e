import type { BankItem } from "../bank/parse-bank.ts";
import type { Issue, Place } from "../schema/issue.ts";
import { type ItemView, viewItem } from "./item-view.ts";
import type { BankRule, Flaw, ItemRule, LintContext, PartPath } from "./rule.ts";
import { bankRules, itemRules } from "./rules/index.ts";

/** Tells where a part of an item stands. */
export type FindPlace = (item: BankItem, path: PartPath) => Place;

const atItem: FindPlace = ({ file, line }) => ({ file, line, column: 5 });

/**
 * Checks the form of items that are valid already: each item by itself, and all of them together.
 * @returns findings sorted by file, line and column
 */
export function lintItems(
  items: readonly BankItem[],
  context: LintContext,
  findPlace: FindPlace = atItem,
): Issue[] {
  const views = items.map(viewItem);
  const found = [...checkItems(views, context, findPlace), ...checkBank(views, findPlace)];
  return found.sort(byPlace);
}

function checkItems(views: readonly ItemView[], context: LintContext, findPlace: FindPlace): Issue[] {
  return itemRules.flatMap((rule) =>
    views.flatMap((view) => rule.check(view, context).map((flaw) => issueOf(rule, flaw, view, findPlace))),
  );
}

/** A finding about no item in particular stands at the head of the first file. */
function checkBank(views: readonly ItemView[], findPlace: FindPlace): Issue[] {
  return bankRules.flatMap((rule) =>
    rule.check(views).map((flaw): Issue => {
      if (flaw.view) return issueOf(rule, flaw, flaw.view, findPlace);
      const { code, severity, hint } = rule;
      return {
        code,
        severity,
        file: views[0]?.item.file ?? "",
        line: 1,
        column: 1,
        message: flaw.message,
        hint,
      };
    }),
  );
}

function issueOf(rule: ItemRule | BankRule, flaw: Flaw, { item }: ItemView, findPlace: FindPlace): Issue {
  const { code, severity, hint } = rule;
  return { code, severity, ...findPlace(item, flaw.path), message: `${item.id}: ${flaw.message}`, hint };
}

function byPlace(a: Issue, b: Issue): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
