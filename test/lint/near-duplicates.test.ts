import { describe, expect, it } from "vitest";
import { findAlike } from "../../src/lint/near-duplicates.ts";
import { normalise } from "../../src/lint/text.ts";
import { drawBelow, seededRng } from "../../src/session/rng.ts";
import { words } from "./build-item.ts";

function gramsOf(text: string): Set<string> {
  const plain = normalise(text);
  return new Set(Array.from({ length: Math.max(0, plain.length - 4) }, (_, at) => plain.slice(at, at + 5)));
}

function jaccard(a: string, b: string): number {
  const [one, other] = [gramsOf(a), gramsOf(b)];
  const shared = [...one].filter((gram) => other.has(gram)).length;
  return shared / (one.size + other.size - shared);
}

/** Texts of which every second one is the one before it with some words changed. */
function family(count: number): string[] {
  const rng = seededRng("family");
  return Array.from({ length: count }, () => words(rng, 50)).flatMap((text, at) => {
    const changed = text.split(" ").map((word) => (drawBelow(rng, 100) < at % 12 ? words(rng, 1) : word));
    return [text, changed.join(" ")];
  });
}

describe("findAlike", () => {
  it("finds the pairs that comparing all with all finds, with the same index", () => {
    const texts = family(120);
    const expected = texts.flatMap((text, second) =>
      texts.slice(0, second).flatMap((other, first) => {
        const likeness = jaccard(other, text);
        return likeness > 0.8 ? [{ first, second, likeness }] : [];
      }),
    );
    expect(expected.length).toBeGreaterThan(50);
    expect(expected.length).toBeLessThan(120);
    expect(findAlike(texts, 0.8)).toEqual(expected);
  });

  it("copes with texts too short to have a sequence", () => {
    expect(findAlike(["", "abc", "abc", ""], 0.8)).toEqual([]);
  });
});
