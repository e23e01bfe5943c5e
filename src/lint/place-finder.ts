import { parseYaml, type YamlSource } from "../bank/parse-yaml.ts";
import { readBankFile } from "../bank/read-file.ts";
import type { FindPlace } from "./lint-bank.ts";

/** A finder of places that reads each file once more, when something is found in it. */
export function createPlaceFinder(): FindPlace {
  const sources = new Map<string, { source: YamlSource; ids: Map<string, number> } | undefined>();
  return (item, path) => {
    if (!sources.has(item.file)) sources.set(item.file, readSource(item.file));
    const found = sources.get(item.file);
    const index = found?.ids.get(item.id);
    if (!found || index === undefined) return { file: item.file, line: item.line, column: 1 };
    return found.source.place(["items", index, ...path]);
  };
}

function readSource(file: string): { source: YamlSource; ids: Map<string, number> } | undefined {
  const read = readBankFile(file);
  if ("issue" in read) return undefined;
  const source = parseYaml(file, read.text);
  const items = (source.value as { items?: { id?: string }[] } | undefined)?.items ?? [];
  return { source, ids: new Map(items.map(({ id = "" }, index) => [id, index])) };
}
