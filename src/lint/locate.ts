import path from "node:path";

/** A file as seen from a folder, with forward slashes on every system; absolute when it lies outside. */
export function locate(file: string, folder: string): string {
  const relative = path.relative(folder, file);
  const inside = relative !== "" && !relative.startsWith("..") && !path.isAbsolute(relative);
  return (inside ? relative : path.resolve(folder, file)).replaceAll("\\", "/");
}
