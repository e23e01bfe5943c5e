import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openJournal } from "../../src/journal/journal.ts";
import { parseLine } from "../../src/journal/parse-line.ts";
import { mergeEvents, readJournal, readJournalTail, sessionEvents } from "../../src/journal/read-journal.ts";
import type { JournalEvent } from "../../src/session/events.ts";
import { temporaryFolder } from "../helpers/program.ts";

let made = 0;
const stamper = {
  now: () => Date.parse("2026-12-10T10:00:00Z") + made,
  newId: () => `id${String(made++).padStart(6, "0")}`,
};
const flag = (n: number) => ({ type: "flagged" as const, n, item: `item-${n}`, on: true });

describe("appending", () => {
  test("writes a line per event, private to the user, and reads it back", () => {
    const folder = path.join(temporaryFolder(), "journal");
    const journal = openJournal(folder, "laptop", stamper);
    const events = journal.append("s1", 4, [flag(0), flag(1)]);
    journal.close();
    expect(readJournal(folder).events).toEqual(events);
    expect(events.map((event) => event.seq)).toEqual([4, 5]);
    expect(readdirSync(folder)).toEqual(["laptop.ndjson"]);
  });

  test("heals a torn last line and keeps what was cut off beside the file", () => {
    const folder = temporaryFolder();
    const file = path.join(folder, "laptop.ndjson");
    const journal = openJournal(folder, "laptop", stamper);
    const [first] = journal.append("s1", 0, [flag(0)]);
    journal.close();
    appendFileSync(file, '{"v":1,"id":"half');
    expect(readJournal(folder)).toMatchObject({ events: [first], damaged: [], torn: [file] });
    const again = openJournal(folder, "laptop", stamper);
    const [second] = again.append("s1", 1, [flag(1)]);
    again.close();
    expect(readJournal(folder)).toMatchObject({ events: [first, second], damaged: [], torn: [] });
    expect(readFileSync(`${file}.torn`, "utf8")).toBe('{"v":1,"id":"half\n');
  });

  test("two writers on one file do not disturb each other", () => {
    const folder = temporaryFolder();
    const [one, two] = [openJournal(folder, "laptop", stamper), openJournal(folder, "laptop", stamper)];
    const events = [
      one.append("a", 0, [flag(0)]),
      two.append("b", 0, [flag(1)]),
      one.append("a", 1, [flag(2)]),
    ].flat();
    one.close();
    two.close();
    expect(readJournal(folder).events).toEqual(events);
  });
});

describe("reading", () => {
  test("reports a damaged line with its place and goes on", () => {
    const folder = temporaryFolder();
    const journal = openJournal(folder, "laptop", stamper);
    const file = path.join(folder, "laptop.ndjson");
    const [first] = journal.append("s1", 0, [flag(0)]);
    const at = readFileSync(file).length;
    appendFileSync(file, "{ this is no event }\n");
    const [second] = journal.append("s1", 1, [flag(1)]);
    journal.close();
    const part = readJournal(folder);
    expect(part.events).toEqual([first, second]);
    expect(part.damaged).toEqual([{ file, at, text: "{ this is no event }" }]);
  });

  test.each([
    ['{"v":1,"id":"x","at":"2026-12-10T10:00:00.000Z","session":"s","seq":0,"type":"flagged"}', "event"],
    ['{"v":2,"id":"x","at":"2026-12-10T10:00:00.000Z","session":"s","seq":0,"type":"flagged"}', "newer"],
    ['{"v":1,"id":"x","at":"2026-12-10T10:00:00.000Z","session":"s","seq":0,"type":"dreamt"}', "newer"],
    ['{"v":1,"id":"x","at":"yesterday","session":"s","seq":0,"type":"flagged"}', "damaged"],
    ['{"v":1,"id":"","at":"2026-12-10T10:00:00.000Z","session":"s","seq":0,"type":"flagged"}', "damaged"],
    [
      '{"v":1,"id":"x","at":"2026-12-10T10:00:00.000Z","session":"s","seq":0,"type":"answered","n":0}',
      "damaged",
    ],
    ["[]", "damaged"],
    ["null", "damaged"],
    ["{", "damaged"],
  ])("%s is %s", (line, kind) => {
    expect(parseLine(line).kind).toBe(kind);
  });

  test("reads only what came after a position, and stops before a torn line", () => {
    const folder = temporaryFolder();
    const journal = openJournal(folder, "laptop", stamper);
    const file = path.join(folder, "laptop.ndjson");
    journal.append("s1", 0, [flag(0)]);
    const from = readFileSync(file).length;
    const [second] = journal.append("s1", 1, [flag(1)]);
    journal.close();
    const end = readFileSync(file).length;
    appendFileSync(file, '{"v":1');
    expect(readJournalTail(file, from)).toMatchObject({ events: [second], end });
  });

  test("merges the files of several devices, and a copy of one adds nothing", () => {
    const folder = temporaryFolder();
    const laptop = openJournal(folder, "laptop", stamper);
    const phone = openJournal(folder, "phone", stamper);
    const events = [
      laptop.append("a", 0, [flag(0)]),
      phone.append("b", 0, [flag(1)]),
      laptop.append("a", 1, [flag(2)]),
    ].flat();
    writeFileSync(
      path.join(folder, "laptop (copy).ndjson"),
      readFileSync(path.join(folder, "laptop.ndjson")),
    );
    expect(readJournal(folder).events).toEqual(events);
  });

  test("a folder that does not exist is an empty journal", () => {
    expect(readJournal(path.join(temporaryFolder(), "nowhere")).events).toEqual([]);
    const empty = path.join(temporaryFolder(), "empty");
    mkdirSync(empty);
    expect(readJournal(empty).events).toEqual([]);
  });
});

const events = fc.uniqueArray(
  fc.record({
    id: fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 1, maxLength: 4 }),
    minute: fc.integer({ min: 0, max: 59 }),
    seq: fc.nat(9),
  }),
  { selector: (event) => event.id, maxLength: 30 },
);
const asEvent = ({ id, minute, seq }: { id: string; minute: number; seq: number }): JournalEvent => ({
  v: 1,
  id,
  at: `2026-12-10T10:${String(minute).padStart(2, "0")}:00.000Z`,
  session: "s",
  seq,
  ...flag(seq),
});

describe("merging", () => {
  test("is the same for any split over devices and any order of them", () => {
    fc.assert(
      fc.property(
        events,
        fc.array(fc.nat(2), { minLength: 30, maxLength: 30 }),
        fc.nat(5),
        (drafts, devices, turn) => {
          const all = drafts.map(asEvent);
          const lists = [0, 1, 2].map((device) => all.filter((_, n) => devices[n] === device));
          const turned = [...lists.slice(turn % 3), ...lists.slice(0, turn % 3)];
          expect(mergeEvents(turned)).toEqual(mergeEvents([all]));
          expect(mergeEvents([...turned, all])).toEqual(mergeEvents([all]));
        },
      ),
    );
  });

  test("orders a session by its own numbers, whatever the clock did", () => {
    const jumped = [
      asEvent({ id: "c", minute: 1, seq: 2 }),
      asEvent({ id: "a", minute: 50, seq: 0 }),
      asEvent({ id: "b", minute: 9, seq: 1 }),
    ];
    expect(sessionEvents(jumped, "s").map((event) => event.id)).toEqual(["a", "b", "c"]);
  });
});
