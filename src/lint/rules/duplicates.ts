import type { ItemView } from "../item-view.ts";
import { findAlike } from "../near-duplicates.ts";
import type { BankFlaw, BankRule } from "../rule.ts";
import { normalise } from "../text.ts";

const mostAlike = 0.8;
const mostCosine = 0.9;

const at = (view: ItemView, message: string): BankFlaw => ({ view, path: ["stem"], message });
const nameOf = ({ item }: ItemView) => `"${item.id}" (${item.file}:${item.line})`;

const sameStem: BankRule = {
  code: "same-stem",
  severity: "error",
  about: "no two items have the same stem",
  hint: "drop one of the items, or ask for something else",
  check: (views) =>
    [...groups(views, stemKey).values()].flatMap(([first, ...rest]) =>
      first ? rest.map((view) => at(view, `the stem is that of ${nameOf(first)}`)) : [],
    ),
};

const nearDuplicate: BankRule = {
  code: "near-duplicate",
  severity: "warning",
  about: "no two items are nearly the same",
  hint: "drop one of the items, or make the situations differ where it matters",
  check(views) {
    const pairs = findAlike(
      views.map(({ item }) => item.stem),
      mostAlike,
    );
    const alike = pairs.flatMap(({ first, second, likeness }) =>
      flawOf(views[first], views[second], `the stem is ${Math.round(likeness * 100)} % like that of`),
    );
    const known = new Set(pairs.map(({ first, second }) => `${first} ${second}`));
    const index = new Map(views.map((view, place) => [view, place]));
    const cosine = sameKeyPairs(views)
      .filter(([first, second]) => !known.has(`${index.get(first)} ${index.get(second)}`))
      .flatMap(([first, second]) =>
        flawOf(first, second, "the key is the same and the words of the stem are those of"),
      );
    return [...alike, ...cosine];
  },
};

function flawOf(first: ItemView | undefined, second: ItemView | undefined, what: string): BankFlaw[] {
  if (!first || !second || stemKey(first) === stemKey(second)) return [];
  return [at(second, `${what} ${nameOf(first)}`)];
}

/** Code counts: two questions about different code are two questions. */
function stemKey({ item }: ItemView): string {
  return normalise(item.stem);
}

function groups(views: readonly ItemView[], keyOf: (view: ItemView) => string): Map<string, ItemView[]> {
  const found = new Map<string, ItemView[]>();
  for (const view of views) {
    const key = keyOf(view);
    const group = found.get(key);
    if (group) group.push(view);
    else found.set(key, [view]);
  }
  return found;
}

/** Pairs with equal keys whose stems use the same words; groups too large to compare pairwise are left to the other test. */
function sameKeyPairs(views: readonly ItemView[]): [ItemView, ItemView][] {
  const sameKey = groups(views, ({ keys }) =>
    keys
      .map(({ option }) => normalise(option.text))
      .sort()
      .join("\n"),
  );
  return [...sameKey.values()]
    .filter((group) => group.length > 1 && group.length <= largestGroup)
    .flatMap((group) => {
      const bags = group.map(({ item }) => bagOf(item.stem));
      return group.flatMap((second, place) =>
        group
          .slice(0, place)
          .filter((_, other) => cosineOf(bags[other] ?? noWords, bags[place] ?? noWords) > mostCosine)
          .map((first): [ItemView, ItemView] => [first, second]),
      );
    });
}

const largestGroup = 2000;

interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly norm: number;
}

const noWords: Bag = { counts: new Map(), norm: 1 };

function bagOf(text: string): Bag {
  const counts = new Map<string, number>();
  for (const word of normalise(text).split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, norm: Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0)) };
}

function cosineOf(a: Bag, b: Bag): number {
  let dot = 0;
  for (const [word, count] of a.counts) dot += count * (b.counts.get(word) ?? 0);
  return dot / (a.norm * b.norm);
}

/** Rules about items that repeat each other, within a bank and across banks. */
export const duplicateRules: readonly BankRule[] = [sameStem, nearDuplicate];
