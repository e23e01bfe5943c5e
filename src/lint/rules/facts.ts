import type { ItemView } from "../item-view.ts";
import type { Flaw, ItemRule } from "../rule.ts";
import { fadingServices, type ServiceStatus, statusChecked } from "../service-status.ts";
import { inOption } from "./options.ts";

const statusWords = {
  retired: "was retired",
  closed: "takes no new customers",
  maintenance: "is in maintenance",
} as const;
/** "Migrate from X to Y" and "replace X with Y" may well be keys. */
const leaving =
  /\b(?:from|instead of|replac\w+|retir\w+|remov\w+|off|in place of|rather than)(?: \w+){0,3} $/i;

/** Findings for keys that name a service of one of the given states. */
function restsOn({ keys }: ItemView, states: readonly ServiceStatus[]): Flaw[] {
  return keys.flatMap((view) =>
    fadingServices.flatMap(({ name, pattern, status }) => {
      const found = states.includes(status) ? pattern.exec(view.text) : null;
      if (!found || leaving.test(view.text.slice(0, found.index))) return [];
      return [inOption(view, `the key names ${name}, which ${statusWords[status]} (as of ${statusChecked})`)];
    }),
  );
}

const closedService: ItemRule = {
  code: "closed-service",
  severity: "error",
  about: "no key rests on a service that was retired or is closed to new customers",
  hint: "let the key rest on a service that is open to everybody",
  check: (view) => restsOn(view, ["retired", "closed"]),
};

const maintainedService: ItemRule = {
  code: "maintenance-service",
  severity: "warning",
  about: "no key rests on a service or tool that is in maintenance",
  hint: "let the key rest on its successor",
  check: (view) => restsOn(view, ["maintenance"]),
};

/** Whole days between the verification of an item and a time; negative when it lies ahead. */
const daysSince = (verified: string, now: Date) =>
  Math.floor((now.getTime() - Date.parse(verified)) / (24 * 60 * 60 * 1000));

const verifiedAhead: ItemRule = {
  code: "verified-ahead",
  severity: "error",
  about: "no verification lies ahead",
  hint: "set `verified` to the day on which the references were opened",
  check({ item }, { now }) {
    // East of Greenwich the day is up to one ahead of UTC.
    if (daysSince(item.verified, now) >= -1) return [];
    return [{ path: ["verified"], message: `${item.verified} is still to come` }];
  },
};

const staleItem: ItemRule = {
  code: "stale-item",
  severity: "warning",
  about: "the facts of an item were checked lately",
  hint: "open the references again, compare each claim, then set `verified` to the day you did",
  check({ item }, { now, staleDays }) {
    const age = daysSince(item.verified, now);
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
      /^https:\/\/[^/]+\/?(?:[?#].*)?$/.test(reference)
        ? [{ path: ["references", at], message: `${reference} is a whole site` }]
        : [],
    ),
};

export const factRules: readonly ItemRule[] = [
  closedService,
  maintainedService,
  verifiedAhead,
  staleItem,
  weakReference,
];
