import type { Flaw, ItemRule } from "../rule.ts";
import { fadingServices, statusChecked } from "../service-status.ts";
import { plainOf } from "../text.ts";
import { inOption } from "./options.ts";

const statusWords = { retired: "was shut down", closed: "takes no new customers", maintenance: "is in maintenance" } as const;
/** "Migrate from X to Y", "replace X with Y" may well be a key. */
const leaving = /\b(?:from|instead of|replac\w+|retir\w+|remov\w+|off|in place of|rather than)(?: \w+){0,3} $/i;

const fadingService: ItemRule = {
  code: "fading-service",
  severity: "error",
  about: "no key rests on a service that is retired, closed to new customers or in maintenance",
  hint: "let the key rest on a service that is open to everybody and still developed",
  check: ({ keys }) =>
    keys.flatMap((view) => {
      const text = plainOf(view.option.text);
      return fadingServices.flatMap(({ name, pattern, status }) => {
        const found = pattern.exec(text);
        if (!found || leaving.test(text.slice(0, found.index))) return [];
        return [inOption(view, `the key names ${name}, which ${statusWords[status]} (as of ${statusChecked})`)];
      });
    }),
};

const day = 24 * 60 * 60 * 1000;

const staleItem: ItemRule = {
  code: "stale-item",
  severity: "warning",
  about: "the facts of an item were checked lately",
  hint: "open the references again, compare each claim, then set `verified` to the day you did",
  check({ item }, { now, staleDays }) {
    const age = Math.floor((now.getTime() - Date.parse(item.verified)) / day);
    if (staleDays === undefined || age <= staleDays) return [];
    return [{ path: ["verified"], message: `the facts were last checked ${age} days ago` }];
  },
};

const weakReference: ItemRule = {
  code: "weak-reference",
  severity: "warning",
  about: "every reference names a page, not a whole site",
  hint: "name the page that proves the key",
  check: ({ item }) =>
    item.references.flatMap((reference, at): Flaw[] =>
      /^https:\/\/[^/]+\/?(?:[?#].*)?$/.test(reference) ? [{ path: ["references", at], message: `${reference} is a whole site` }] : [],
    ),
};

export const factRules: readonly ItemRule[] = [fadingService, staleItem, weakReference];
