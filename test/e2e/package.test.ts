import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { messages, temporaryFolder } from "../helpers/program.ts";

const root = path.resolve(import.meta.dirname, "..", "..");

describe("the packed package", () => {
  test("installs into an empty folder and works there", () => {
    const folder = temporaryFolder();
    const npm = (words: readonly string[], cwd: string) =>
      execFileSync("npm", [...words, "--silent", "--no-audit", "--no-fund"], { cwd, encoding: "utf8" });
    const [{ filename }] = JSON.parse(
      npm(["pack", "--ignore-scripts", "--json", "--pack-destination", folder], root),
    );
    const project = path.join(folder, "project");
    mkdirSync(project);
    npm(["init", "-y"], project);
    npm(["install", path.join(folder, filename)], project);
    const certdrill = (words: readonly string[], input = "") =>
      execFileSync(path.join(project, "node_modules", ".bin", "certdrill"), words, {
        cwd: project,
        encoding: "utf8",
        input,
        env: { ...process.env, CERTDRILL_HOME: path.join(folder, "home") },
      });
    expect(certdrill(["--help"])).toContain("Usage: certdrill");
    expect(certdrill(["--version"])).toMatch(/^\d+\.\d+\.\d+\n$/);
    const said = messages(certdrill(["quiz", "--io", "jsonl", "-n", "1"], '{"type":"quit"}\n'));
    expect(said.map((message) => message["type"])).toEqual(["question", "result"]);
    expect(certdrill(["bank", "lint", "--format", "json"])).toContain('"errors": 0');
    expect(certdrill(["export", "history"])).toMatch(/^format,id,at/);
  });
});
