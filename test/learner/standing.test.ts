import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blueprintOf } from "../../src/app/blueprints.ts";
import { compileItems } from "../../src/bank/bank-index.ts";
import { emptyStanding, foldStanding, type StandingContext } from "../../src/learner/standing.ts";
import type { EventDraft, JournalEvent } from "../../src/session/events.ts";
import { c02, c03, spreadItems } from "../helpers/program.ts";

const items = spreadItems(30);
const entries = new Map(compileItems(items).index.map((entry) => [entry.id, entry]));
const context: StandingContext = {
  blueprints: [c02, c03].map(blueprintOf),
  entry: (id) => entries.get(id),
  dayOf: (at) => Math.floor(at / 86_400_000),
};
const start = Date.parse("2026-12-01T08:00:00Z");

/** Sessions of five answers each, an hour apart, with undone ones and flags among them. */
const histories = fc
  .array(fc.record({ item: fc.nat(29), correct: fc.boolean(), undone: fc.boolean(), flag: fc.boolean() }), {
    maxLength: 60,
  })
  .map((steps) => {
    const events: JournalEvent[] = [];
    const add = (session: string, draft: EventDraft) => {
      const n = events.length;
      events.push({
        v: 1,
        id: `e${String(n).padStart(5, "0")}`,
        at: new Date(start + n * 1_800_000).toISOString(),
        session,
        seq: n,
        ...draft,
      });
      return events.at(-1)?.id ?? "";
    };
    steps.forEach((step, n) => {
      const session = `s${Math.floor(n / 5)}`;
      const item = items[step.item]?.id ?? "";
      const form = items
        .slice(0, 5)
        .map(({ id }) => ({ item: id, fingerprint: "f", order: ["key", "near", "far", "odd"] }));
      if (n % 5 === 0) add(session, { type: "opened", kind: "quiz", exam: "dva-c03", seed: "x", form });
      const choose = [step.correct ? "key" : "near"];
      const ref = add(session, {
        type: "answered",
        n: n % 5,
        item,
        choose,
        key: ["key"],
        correct: step.correct,
        ms: 30_000 + n,
      });
      if (step.undone) add(session, { type: "undone", n: n % 5, ref });
      if (step.flag) add(session, { type: "flagged", n: n % 5, item, on: n % 2 === 0 });
      if (n % 5 === 4) add(session, { type: "closed", how: "finished" });
    });
    return events;
  });

function fold(events: readonly JournalEvent[]) {
  const standing = emptyStanding(context);
  expect(foldStanding(standing, events, context)).toBe(true);
  return standing;
}

/** Folds a history in two parts; when the second takes back something of the first, it is read anew, as the cache does. */
function foldInParts(events: readonly JournalEvent[], cut: number) {
  const standing = structuredClone(fold(events.slice(0, cut)));
  return foldStanding(standing, events.slice(cut), context) ? standing : fold(events);
}

describe("the standing", () => {
  test("is the same whether a history is folded at once or continued after any prefix", () => {
    fc.assert(
      fc.property(histories, fc.nat(120), (events, cut) => {
        expect(foldInParts(events, Math.min(cut, events.length))).toEqual(fold(events));
      }),
      { numRuns: 60 },
    );
  });

  test("does not know of what was undone", () => {
    fc.assert(
      fc.property(histories, (events) => {
        const undone = new Set(events.flatMap((event) => (event.type === "undone" ? [event.ref] : [])));
        const without = events.filter((event) => event.type !== "undone" && !undone.has(event.id));
        const { last: _a, ...left } = fold(events);
        const { last: _b, ...right } = fold(without);
        expect(left).toEqual(right);
      }),
      { numRuns: 60 },
    );
  });

  test("refuses to go on when something older turns up, as from another device", () => {
    const event = (id: string, minute: number): JournalEvent => ({
      v: 1,
      id,
      at: `2026-12-01T08:${minute}:00.000Z`,
      session: "s",
      seq: 0,
      type: "flagged",
      n: 0,
      item: "item-1-0",
      on: true,
    });
    const standing = fold([event("b", 20)]);
    expect(foldStanding(standing, [event("a", 10)], context)).toBe(false);
  });

  test("leaves out answers to an item whose key has changed, and says how many", () => {
    const events: JournalEvent[] = [
      {
        v: 1,
        id: "a",
        at: "2026-12-01T08:00:00.000Z",
        session: "s",
        seq: 0,
        type: "answered",
        n: 0,
        item: "item-1-0",
        choose: ["near"],
        key: ["near"],
        correct: true,
        ms: 1000,
      },
      {
        v: 1,
        id: "b",
        at: "2026-12-01T08:01:00.000Z",
        session: "s",
        seq: 1,
        type: "answered",
        n: 1,
        item: "item-1-1",
        choose: ["key"],
        key: ["key"],
        correct: true,
        ms: 1000,
      },
    ];
    const standing = fold(events);
    expect(standing.keyChanged).toBe(1);
    expect(Object.keys(standing.learner.items)).toEqual(["item-1-1"]);
  });

  test("leaves a disputed answer out when that was asked for", () => {
    const answered: JournalEvent = {
      v: 1,
      id: "a",
      at: "2026-12-01T08:00:00.000Z",
      session: "s",
      seq: 0,
      type: "answered",
      n: 0,
      item: "item-1-0",
      choose: ["near"],
      key: ["key"],
      correct: false,
      ms: 1000,
    };
    const disputed = (exclude: boolean): JournalEvent => ({
      v: 1,
      id: "b",
      at: "2026-12-01T08:01:00.000Z",
      session: "s",
      seq: 1,
      type: "disputed",
      n: 0,
      item: "item-1-0",
      fingerprint: "f",
      key: ["near"],
      reason: "see the page",
      exclude,
    });
    expect(Object.keys(fold([answered, disputed(true)]).learner.items)).toEqual([]);
    expect(Object.keys(fold([answered, disputed(false)]).learner.items)).toEqual(["item-1-0"]);
  });
});
