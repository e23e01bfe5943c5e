import type { BankItem } from "../bank/parse-bank.ts";
import type { Issue, Place } from "../schema/issue.ts";
import { viewItem } from "./item-view.ts";
import type { LintContext, PartPath } from "./rule.ts";
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
  const issues: Issue[] = [];
  for (const { check, code, severity, hint } of itemRules)
    for (const view of views)
      for (const { path, message } of check(view, context))
        issues.push({
          code,
          severity,
          ...findPlace(view.item, path),
          message: `${view.item.id}: ${message}`,
          hint,
        });
  for (const { check, code, severity, hint } of bankRules)
    for (const { view, path, message } of check(views)) {
      const item = view?.item ?? items[0];
      if (!item) continue;
      const place = view ? findPlace(item, path) : { file: item.file, line: 1, column: 1 };
      issues.push({ code, severity, ...place, message: view ? `${item.id}: ${message}` : message, hint });
    }
  return issues.sort(byPlace);
}

function byPlace(a: Issue, b: Issue): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
