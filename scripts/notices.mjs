import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Writes the licence texts of the packages that the bundle contains. */
export function writeNotices(root, metafiles) {
  const names = metafiles
    .flatMap(({ inputs }) => Object.keys(inputs))
    .flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  const parts = [...new Set(names)].sort().map((name) => {
    const folder = path.join(root, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text =
      file && existsSync(path.join(folder, file))
        ? readFileSync(path.join(folder, file), "utf8").trim()
        : `${license}`;
    return `## ${name} ${version} (${license})\n\n${text}`;
  });
  const head = "# Third-party notices\n\nThe bundled program contains these packages.";
  writeFileSync(path.join(root, "THIRD-PARTY-NOTICES.md"), `${[head, ...parts].join("\n\n")}\n`);
}
