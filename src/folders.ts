import path from "node:path";
import envPaths from "env-paths";

/** Folders for settings, history, and what can be made again. */
export interface Folders {
  readonly config: string;
  readonly data: string;
  readonly cache: string;
}

/** All under one folder when that is given (CERTDRILL_HOME), else where the platform keeps such things. */
export function platformFolders(home: string | undefined): Folders {
  if (home) {
    const root = path.resolve(home);
    return {
      config: path.join(root, "config"),
      data: path.join(root, "data"),
      cache: path.join(root, "cache"),
    };
  }
  const { config, data, cache } = envPaths("certdrill", { suffix: "" });
  return { config, data, cache };
}
