// Everything that has to hold: build (which checks the bank's format), types, lint, unused code, tests.
import { spawnSync } from "node:child_process";

const steps = [
  ["build", ["node", "scripts/build.mjs", "--silent"]],
  ["types", ["npx", "--no-install", "tsc"]],
  ["lint", ["npx", "--no-install", "biome", "check", "--error-on-warnings", "."]],
  ["unused", ["npx", "--no-install", "knip"]],
  ["tests", ["npx", "--no-install", "vitest", "run", ...process.argv.slice(2)]],
];

for (const [name, [command, ...words]] of steps) {
  const { status } = spawnSync(command, words, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) {
    console.error(`\n${name} failed`);
    process.exit(1);
  }
}
