import { existsSync } from "node:fs";
import path from "node:path";
import { type App, bankName } from "../app/app.ts";
import { fileOfItem } from "../app/edit-item.ts";
import { lookOf } from "../app/look.ts";
import { CertdrillError, type ExitCode, exitCodes } from "../errors.ts";
import { neutralise } from "../schema/safe-text.ts";
import { serviceName } from "../schema/services.ts";
import { cut, table } from "../ui/layout.ts";
import { renderMarkdown } from "../ui/markdown-source.ts";

/** `certdrill bank list` */
export async function listBanks(app: App): Promise<ExitCode> {
  const { entries } = await app.bank();
  const count = (prefix: string) =>
    entries.filter((entry) => (prefix ? entry.id.startsWith(`${prefix}/`) : !entry.id.includes("/"))).length;
  const named = Object.entries(app.settings.banks).map(([name, location]) => [
    name,
    String(count(name)),
    location,
  ]);
  app.print(
    table(
      [["bank", "items", "place"], ["(shipped)", String(count("")), "comes with certdrill"], ...named],
      [1],
    ).join("\n"),
  );
  return exitCodes.done;
}

/** `certdrill bank add PATH` */
export async function addBank(app: App, location: string, name: string | undefined): Promise<ExitCode> {
  const absolute = path.resolve(app.host.cwd, location);
  const chosen = name ?? bankName(absolute);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(chosen)) {
    throw new CertdrillError("bank-name", `"${chosen}" is no name for a bank`, {
      hint: "use lower-case letters, digits and hyphens",
    });
  }
  const taken = app.settings.banks[chosen];
  if (taken && taken !== absolute) {
    throw new CertdrillError("bank-name-taken", `the name "${chosen}" stands for ${taken}`, {
      hint: "choose another with --name",
    });
  }
  const bank = await checkedBank(app, absolute);
  app.settingsStore.set("banks", { ...app.settings.banks, [chosen]: absolute });
  app.talk(`Added "${chosen}" with ${bank} items; their ids start with ${chosen}/`);
  return exitCodes.done;
}

async function checkedBank(app: App, location: string): Promise<number> {
  const { compileUserBank } = await import("../bank/compile-user-bank.ts");
  const { exams } = await app.bank();
  return compileUserBank({ name: bankName(location), location }, exams).index.length;
}

/** `certdrill bank remove NAME` */
export function removeBank(app: App, name: string): ExitCode {
  const { [name]: gone, ...rest } = app.settings.banks;
  if (!gone) {
    const names = Object.keys(app.settings.banks);
    throw new CertdrillError("bank-unknown", `there is no bank "${name}"`, {
      hint: names.length > 0 ? `banks are: ${names.join(", ")}` : "none was added",
    });
  }
  app.settingsStore.set("banks", rest);
  app.talk(`Removed "${name}"; its files and your history stay.`);
  return exitCodes.done;
}

/** `certdrill bank show ID` */
export async function showItem(app: App, id: string): Promise<ExitCode> {
  const bank = await app.bank();
  const entry = bank.entry(id);
  if (!entry)
    throw new CertdrillError("item-unknown", `there is no item "${id}"`, {
      hint: "find one: certdrill bank search WORDS",
    });
  const [item] = bank.load([id]);
  if (!item) throw new Error(`item ${id} did not load`);
  const { theme, width } = lookOf(app);
  const file = fileOfItem(app, entry.file);
  const lines = [
    theme.title(id),
    theme.faint(
      `${item.services.map(serviceName).join(", ")} · ${Object.entries(item.objectives)
        .map(([exam, objective]) => `${exam} ${objective}`)
        .join(" · ")} · ${item.level} · verified ${item.verified}`,
    ),
    theme.faint(existsSync(file) ? `${file}:${entry.line}` : entry.file),
    "",
    ...renderMarkdown(item.stem, width, theme),
    "",
    ...item.options.flatMap((option) => [
      ...renderMarkdown(`${option.text}`, width - 4, theme).map((line, at) =>
        at === 0 ? `${option.correct ? theme.right("✓") : theme.wrong("✗")} ${line}` : `  ${line}`,
      ),
      ...renderMarkdown(option.why, width - 6, theme).map((line) => `    ${theme.faint(line)}`),
    ]),
    "",
    ...renderMarkdown(item.explanation, width, theme),
    ...item.references.map((url) => neutralise(url)),
  ];
  app.print(lines.join("\n"));
  return exitCodes.done;
}

/** `certdrill bank search WORDS`: items that contain all the words. */
export async function searchBank(app: App, words: readonly string[]): Promise<ExitCode> {
  const bank = await app.bank();
  const { width } = lookOf(app);
  const wanted = words.map((word) => word.toLowerCase());
  const rows = bank.entries.flatMap((entry) => {
    const [item] = bank.load([entry.id]);
    if (!item) return [];
    const text = [
      entry.id,
      item.stem,
      item.explanation,
      ...item.options.flatMap((option) => [option.text, option.why]),
    ]
      .join("\n")
      .toLowerCase();
    return wanted.every((word) => text.includes(word))
      ? [
          [
            entry.id,
            cut(neutralise(item.stem).replace(/\s+/g, " "), Math.max(20, width - entry.id.length - 4)),
          ],
        ]
      : [];
  });
  if (rows.length > 0) app.print(table(rows).join("\n"));
  app.talk(`${rows.length} items.`);
  return rows.length > 0 ? exitCodes.done : exitCodes.findings;
}
