import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOut } from "../../src/session/form.ts";
import { isCorrect } from "../../src/session/grade.ts";
import { seededRng, shuffle } from "../../src/session/rng.ts";

describe("shuffle", () => {
  test("keeps every element, and the list it was given", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (list, seed) => {
        const before = [...list];
        const shuffled = shuffle(list, seededRng(seed));
        expect([...shuffled].sort()).toEqual([...list].sort());
        expect(list).toEqual(before);
      }),
    );
  });

  test("gives the same order for the same seed", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (list, seed) => {
        expect(shuffle(list, seededRng(seed))).toEqual(shuffle(list, seededRng(seed)));
      }),
    );
  });

  test("gives the order that was fixed once, on any machine", () => {
    expect(shuffle(["a", "b", "c", "d", "e"], seededRng("certdrill")).join("")).toMatchInlineSnapshot(
      `"cbade"`,
    );
  });

  test("makes every order of four equally likely", () => {
    const counts = new Map<string, number>();
    const runs = 24_000;
    for (let i = 0; i < runs; i++) {
      const order = shuffle(["a", "b", "c", "d"], seededRng(`run ${i}`)).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    // Chi-square with 23 degrees of freedom: above 49.7 once in a thousand times by chance. Seeds are fixed.
    const expected = runs / 24;
    const chiSquare = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(49.7);
  });
});

describe("the layout of an item", () => {
  const options = ["a", "b", "c", "d"].map((id) => ({ id }));

  test("shuffles free options and leaves pinned ones last", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const { order } = layOut(
          { id: "x", options: [{ id: "none", pin: "last" }, ...options] },
          "f",
          seededRng(seed),
        );
        expect(order.at(-1)).toBe("none");
        expect([...order].sort()).toEqual(["a", "b", "c", "d", "none"]);
      }),
    );
  });

  test("draws the numbers of a computed item from its draws", () => {
    const draws = [{ n: 1 }, { n: 2 }, { n: 3 }];
    const drawn = new Set(
      Array.from(
        { length: 60 },
        (_, i) => layOut({ id: "x", options, draws }, "f", seededRng(`${i}`)).numbers?.["n"],
      ),
    );
    expect([...drawn].sort()).toEqual([1, 2, 3]);
    expect(layOut({ id: "x", options }, "f", seededRng("1"))).not.toHaveProperty("numbers");
  });
});

describe("grading", () => {
  const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1 });

  test("is right for the key in any order, and for nothing else", () => {
    fc.assert(
      fc.property(ids, ids, (choose, key) => {
        const same = choose.length === key.length && choose.every((id) => key.includes(id));
        expect(isCorrect(choose, key)).toBe(same);
        expect(isCorrect([...choose].reverse(), key)).toBe(same);
      }),
    );
  });

  test.each([
    [["a"], ["a", "b"], "a part of the key"],
    [["a", "b", "c"], ["a", "b"], "more than the key"],
    [["a", "a"], ["a", "b"], "an option twice"],
    [[], ["a"], "nothing"],
  ])("%j for %j is wrong: %s", (choose, key) => {
    expect(isCorrect(choose, key)).toBe(false);
  });
});
