import { attackerText } from "./attacker-text.ts";
import type { BankStats, Coverage, ExamCoverage } from "./bank-stats.ts";
import { percent } from "./hit-rate.ts";

/** The numbers of a bank as text. */
export function bankStatsText(stats: BankStats): string {
  const { items, multipleResponse, computed, levels, age } = stats;
  const share = (count: number) => `${count} (${percent(items === 0 ? 0 : count / items)})`;
  const head = [
    `items              ${items}`,
    `multiple response  ${share(multipleResponse)}`,
    `computed           ${share(computed)}`,
    ...Object.entries(levels).map(([level, count]) => `${level.padEnd(19)}${share(count)}`),
    ...(age ? [`verified           ${age.median} days ago (median), ${age.oldest} days ago (oldest)`] : []),
  ];
  const services = stats.services.map(
    ({ service, items: count }) => `  ${String(count).padStart(4)}  ${service}`,
  );
  return [
    head.join("\n"),
    ...stats.exams.map(examText),
    ["services", ...services].join("\n"),
    attackerText(stats.attack).join("\n"),
  ].join("\n\n");
}

function examText({ code, items, domains, tasks, objectives }: ExamCoverage): string {
  const empty = objectives.filter((objective) => objective.items === 0);
  return [
    `${code}: ${items} items`,
    ...domains.flatMap((domain) => [
      `${row(domain)}  (${domain.percent.toFixed(1)} %, weight ${domain.weight} %)`,
      ...tasks.filter(({ id }) => id.startsWith(`${domain.id}.`)).map((task) => `  ${row(task)}`),
    ]),
    empty.length === 0
      ? "  every objective has items"
      : `  objectives without items: ${empty.map(({ id }) => id).join(" ")}`,
  ].join("\n");
}

function row({ id, name, items }: Coverage): string {
  return `  ${String(items).padStart(4)}  ${id}  ${name}`;
}
