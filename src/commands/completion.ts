import type { Command } from "commander";
import type { App } from "../app/app.ts";
import { listTopics } from "../bank/select-items.ts";
import { CertdrillError, type ExitCode, exitCodes } from "../errors.ts";
import { settingRules } from "../journal/settings.ts";

/** Words that can follow each command line, from the table of commands and the bank. */
interface Words {
  readonly line: string;
  readonly words: readonly string[];
}

/** `certdrill completion SHELL`: a script for the shell's start-up file. */
export async function completion(app: App, shell: string, program: Command): Promise<ExitCode> {
  const script = { bash, zsh, fish }[shell];
  if (!script)
    throw new CertdrillError("shell-unknown", `no completion for "${shell}"`, {
      hint: "shells are: bash, zsh, fish",
    });
  app.print(script(await completionWords(app, program)));
  return exitCodes.done;
}

async function completionWords(app: App, program: Command): Promise<Words[]> {
  const bank = await app.bank();
  const exam = await app.exam();
  const topics = listTopics(bank.entries, exam)
    .map((topic) => topic.name)
    .filter((name) => !bank.entry(name) && !/^\d+\.\d+\.\d+$/.test(name));
  const extra: Readonly<Record<string, readonly string[]>> = {
    quiz: topics,
    "config get": Object.keys(settingRules),
    "config set": Object.keys(settingRules),
    "config unset": Object.keys(settingRules),
    completion: ["bash", "zsh", "fish"],
  };
  const collect = (command: Command, path: readonly string[]): Words[] => {
    const line = path.join(" ");
    const options = command.options.map((option) => option.long ?? option.short ?? "");
    const own = {
      line,
      words: [...command.commands.map((child) => child.name()), ...(extra[line] ?? []), ...options, "--help"],
    };
    return [own, ...command.commands.flatMap((child) => collect(child, [...path, child.name()]))];
  };
  return collect(program, []);
}

const cases = (words: readonly Words[], one: (entry: Words) => string) =>
  words
    .filter((entry) => entry.line !== "")
    .map(one)
    .join("\n");
const rootWords = (words: readonly Words[]) =>
  words.find((entry) => entry.line === "")?.words.join(" ") ?? "";

function bash(words: readonly Words[]): string {
  return `# certdrill completion for bash: eval "$(certdrill completion bash)"
_certdrill() {
  local current="\${COMP_WORDS[COMP_CWORD]}" line="" word i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "$word" in -*) ;; *) line="\${line:+$line }$word" ;; esac
  done
  local words="${rootWords(words)}"
  while [ -n "$line" ]; do
    case "$line" in
${cases(words, (entry) => `      "${entry.line}") words="${entry.words.join(" ")}"; break ;;`)}
    esac
    case "$line" in *" "*) line="\${line% *}" ;; *) line="" ;; esac
  done
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _certdrill certdrill
`;
}

function zsh(words: readonly Words[]): string {
  return `#compdef certdrill
# certdrill completion for zsh: eval "$(certdrill completion zsh)"
_certdrill() {
  local line="\${(j: :)\${\${words[2,CURRENT-1]}:#-*}}"
  local -a choices=(${rootWords(words)})
  while [[ -n "$line" ]]; do
    case "$line" in
${cases(words, (entry) => `      "${entry.line}") choices=(${entry.words.join(" ")}); break ;;`)}
    esac
    [[ "$line" == *" "* ]] && line="\${line% *}" || line=""
  done
  compadd -- $choices
  _files
}
compdef _certdrill certdrill
`;
}

function fish(words: readonly Words[]): string {
  const seen = (line: string) =>
    line
      .split(" ")
      .map((word) => `__fish_seen_subcommand_from ${word}`)
      .join("; and ");
  return `# certdrill completion for fish: certdrill completion fish | source
complete -c certdrill -n __fish_use_subcommand -f -a "${rootWords(words)}"
${cases(words, (entry) => `complete -c certdrill -n "${seen(entry.line)}" -a "${entry.words.join(" ")}"`)}
`;
}
