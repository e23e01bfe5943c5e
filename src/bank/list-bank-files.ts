import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/** The YAML files of a bank, sorted: the file itself, or those directly inside the folder. */
export function listBankFiles(location: string): string[] {
  if (!statSync(location).isDirectory()) return [location];
  return readdirSync(location)
    .filter((name) => /\.ya?ml$/i.test(name))
    .sort()
    .map((name) => path.join(location, name));
}
