import { describe, expect, it } from "vitest";
import { buildItem, findingsOf, optionsOf } from "../build-item.ts";

const withText = (text: string) =>
  buildItem({ options: optionsOf(["Add it", "Drop it", "Keep it", text], 0) });

describe("vague-frequency", () => {
  it.each([
    ["The cache is often empty", "Set how often the cache is filled"],
    ["Rows are usually read once", "Move the less often read rows"],
    ["The call fails frequently", "Cache frequently accessed rows"],
    ["It rarely helps", "Call `sometimes()` again"],
  ])("%s", (bad, good) => {
    expect(findingsOf("vague-frequency", [withText(bad)])).toHaveLength(1);
    expect(findingsOf("vague-frequency", [withText(good)])).toEqual([]);
  });
});
