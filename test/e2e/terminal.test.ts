import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { messages, temporaryFolder } from "../helpers/program.ts";
import { openTerminal } from "../helpers/terminal.ts";

const enter = "\r";
const ctrlC = "\u0003";

function eventsOf(home: string): Record<string, unknown>[] {
  const folder = path.join(home, "data", "journal");
  return readdirSync(folder).flatMap((file) => messages(readFileSync(path.join(folder, file), "utf8")));
}

const count = (home: string, type: string) => eventsOf(home).filter((event) => event["type"] === type).length;

describe("a quiz in a real terminal", () => {
  test("asks, tells, and reports at its end with exit code 0", async () => {
    const home = temporaryFolder();
    const terminal = openTerminal(home, ["quiz", "lambda", "-n", "1", "--seed", "e2e"]);
    await terminal.see("1 of 1");
    terminal.press("b");
    await terminal.see(/enter confirm|toggle/);
    terminal.press("c");
    terminal.press(enter);
    await terminal.see(/How sure|Pick/);
    terminal.press("a");
    terminal.press("3");
    terminal.press(enter);
    terminal.press("3");
    await terminal.see(/Right|Not right|Select/);
    terminal.press("q");
    expect(await terminal.exited).toBe(0);
  });

  test("Ctrl+C keeps everything, says how to come back, exits with 130; resume goes on", async () => {
    const home = temporaryFolder();
    const first = openTerminal(home, ["quiz", "--exam", "dva-c03", "iam", "-n", "2", "--seed", "e2e"]);
    await first.see("1 of 2");
    first.press("s");
    await first.see("1 of 2");
    first.press(ctrlC);
    await first.see(/certdrill resume \S+/);
    expect(await first.exited).toBe(130);
    expect(count(home, "skipped")).toBe(1);
    const second = openTerminal(home, ["resume"]);
    await second.see("1 of 2");
    second.press("q");
    await second.see("all of it kept");
    expect(await second.exited).toBe(0);
  });

  test("SIGKILL loses nothing that was answered, and the next start offers to go on", async () => {
    const home = temporaryFolder();
    const first = openTerminal(home, ["config", "set", "confidence", "off"]);
    await first.exited;
    const quiz = openTerminal(home, ["quiz", "apply", "-n", "3", "--seed", "kill"]);
    await quiz.see("1 of 3");
    quiz.press("ab");
    quiz.press(enter);
    await quiz.see(/enter next/);
    quiz.kill("SIGKILL");
    expect(await quiz.exited).toBe(137);
    expect(count(home, "answered")).toBe(1);
    const again = openTerminal(home, ["quiz", "apply", "-n", "3"]);
    await again.see("was left at 1 of 3");
    again.press(enter);
    await again.see("2 of 3");
    again.press(ctrlC);
    expect(await again.exited).toBe(130);
  });

  test("SIGTERM leaves like Ctrl+C", async () => {
    const home = temporaryFolder();
    const terminal = openTerminal(home, ["quiz", "-n", "2"]);
    await terminal.see("1 of 2");
    terminal.kill("SIGTERM");
    await terminal.see("certdrill resume");
    expect(await terminal.exited).toBe(130);
  });
});

describe("an exam in a real terminal", () => {
  test("is killed twice, resumed, and submitted with what was chosen", async () => {
    const home = temporaryFolder();
    const words = ["exam", "--exam", "dva-c02", "-n", "6", "--seed", "e2e"];
    const first = openTerminal(home, words);
    await first.see("1 of 6");
    first.press("b");
    first.press("g2");
    first.press(enter);
    await first.see("2 of 6");
    first.kill("SIGKILL");
    await first.exited;
    expect(count(home, "chosen")).toBe(1);
    const second = openTerminal(home, ["exam", "--resume"]);
    await second.see("of 6");
    second.press("g3");
    second.press(enter);
    await second.see("3 of 6");
    second.press("f");
    await second.see("flagged");
    second.kill("SIGKILL");
    await second.exited;
    const third = openTerminal(home, ["exam", "--resume"]);
    await third.see("of 6");
    third.press("S");
    await third.see("Submit the exam?");
    third.press("y");
    await third.see("Estimated score");
    expect(await third.exited).toBe(0);
    expect(eventsOf(home).at(-1)).toMatchObject({ type: "closed", how: "submitted" });
  });
});
