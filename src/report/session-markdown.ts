import { block, cell, markdownTable } from "./escape-markdown.ts";
import type { Miss, Part, SessionReport } from "./session-report.ts";

const percent = (share: number | null) => (share === null ? "-" : `${Math.round(share * 100)} %`);

/** A session report as a Markdown document. */
export function sessionMarkdown(report: SessionReport): string {
  const { score } = report;
  const parts = (title: string, list: readonly Part[]) =>
    list.length === 0
      ? []
      : [
          markdownTable(
            [title, "Right", "Share", "90 % range"],
            list.map((part) => [
              part.name,
              `${part.right} / ${part.n}`,
              percent(part.share),
              part.low === null || part.high === null ? "" : `${percent(part.low)} to ${percent(part.high)}`,
            ]),
          ),
        ];
  const sections = [
    `# ${cell(report.exam.toUpperCase())} ${report.kind}: ${score.right} of ${score.n} right (${percent(score.share)})`,
    `${report.at} · session \`${report.session}\` · seed \`${cell(report.seed)}\` · ${report.answers.length} of ${report.items} answered`,
    `First seen: ${report.first.right} of ${report.first.n}. Repeated: ${report.repeated.right} of ${report.repeated.n}.`,
    ...parts("Domain", report.domains),
    ...parts("Service", report.services),
    ...(report.misses.length > 0 ? ["## Misses", ...report.misses.map(missMarkdown)] : []),
  ];
  return `${sections.join("\n\n")}\n`;
}

function missMarkdown(miss: Miss): string {
  const option = (mark: string) => (one: { text: string; why: string }) =>
    `- **${mark}** ${block(one.text)}\n  ${block(one.why)}`;
  return [
    `### ${miss.n}. ${cell(miss.item)}`,
    block(miss.stem).trim(),
    [...miss.chosen.map(option("You picked")), ...miss.key.map(option("Right"))].join("\n"),
    block(miss.explanation).trim(),
    miss.references.map((url) => `<${url}>`).join(" "),
  ].join("\n\n");
}
