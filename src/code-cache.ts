import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Script } from "node:vm";
import { platformFolders } from "./folders.ts";

declare const __MAIN_DIGEST__: string;

/**
 * Loads a CommonJS file through V8's code cache, which saves compiling it anew at every start. The cache is one file
 * in the user's cache folder, for this build and this version of Node; without it, or where it cannot be written, the
 * file is compiled as usual.
 */
export function requireCached<T>(file: string): T {
  const cacheFile = path.join(
    platformFolders(process.env["CERTDRILL_HOME"]).cache,
    "code",
    `${__MAIN_DIGEST__}-${process.version}-${process.arch}.bin`,
  );
  const cachedData = readIfThere(cacheFile);
  const source = `(function (exports, require, module) {${readFileSync(file, "utf8")}\n})`;
  const script = new Script(source, {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
  });
  // At the end of a run the functions that it needed are compiled, so they are in the cache too.
  if (!cachedData || script.cachedDataRejected) process.once("exit", () => keep(cacheFile, script));
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module);
  return module.exports as T;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function keep(file: string, script: Script): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.${process.pid}`, script.createCachedData(), { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // A cache that cannot be kept costs a few milliseconds, no more.
  }
}
