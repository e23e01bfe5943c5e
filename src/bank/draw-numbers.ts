import { all, create, type MathJsInstance } from "mathjs";
import type { Item, Template } from "../schema/item.ts";
import { fillItem, type Numbers } from "../schema/item-parts.ts";

/** How many draws of a template are kept; a showing picks one of them. */
const kept = 64;
const examined = 4096;

/** What kept a template from giving draws. */
export class TemplateError extends Error {
  readonly part: "values" | "where";
  readonly index: string | number;
  constructor(part: "values" | "where", index: string | number, message: string) {
    super(message);
    this.part = part;
    this.index = index;
  }
}

/**
 * All draws of a computed item that satisfy its conditions and keep its options apart, thinned evenly to 64.
 * @throws TemplateError when an expression cannot be evaluated to a finite number
 */
export function drawNumbers(item: Item, template: Template): Numbers[] {
  const evaluate = compileTemplate(template);
  const draws = grid(template)
    .map(evaluate)
    .filter((numbers): numbers is Numbers => numbers !== undefined && optionsDiffer(fillItem(item, numbers)));
  return thin(draws, kept);
}

function optionsDiffer(item: Item): boolean {
  return new Set(item.options.map((option) => option.text)).size === item.options.length;
}

let compileExpression: MathJsInstance["compile"] | undefined;

/** The compiler of a mathjs without the functions that reach outside an expression (as its documentation advises). */
function safeCompile(source: string) {
  if (!compileExpression) {
    const math = create(all ?? {}, { matrix: "Array" });
    compileExpression = math.compile;
    const refuse = () => {
      throw new Error("this function is not available in templates");
    };
    const outside = [
      "import",
      "createUnit",
      "reviver",
      "config",
      "evaluate",
      "parse",
      "simplify",
      "derivative",
      "resolve",
    ];
    math.import(Object.fromEntries(outside.map((name) => [name, refuse])), { override: true });
  }
  return compileExpression(source);
}

function compileTemplate(template: Template): (variables: Numbers) => Numbers | undefined {
  const compile = (part: "values" | "where", index: string | number, source: string) => {
    try {
      return safeCompile(source);
    } catch (error) {
      throw new TemplateError(part, index, `"${source}": ${(error as Error).message}`);
    }
  };
  const values = Object.entries(template.values).map(([name, written]) => {
    const source = String(written);
    return { name, source, code: compile("values", name, source) };
  });
  const where = (template.where ?? []).map((source, index) => ({
    index,
    source,
    code: compile("where", index, source),
  }));
  return (variables) => {
    const scope: Record<string, number> = { ...variables };
    for (const { name, source, code } of values) scope[name] = numberOf(code, scope, "values", name, source);
    const holds = where.every(
      ({ index, source, code }) => numberOf(code, scope, "where", index, source) !== 0,
    );
    return holds ? scope : undefined;
  };
}

function numberOf(
  code: { evaluate(scope: object): unknown },
  scope: Record<string, number>,
  part: "values" | "where",
  index: string | number,
  source: string,
): number {
  let result: unknown;
  try {
    result = code.evaluate({ ...scope });
  } catch (error) {
    throw new TemplateError(part, index, `"${source}": ${(error as Error).message}`);
  }
  const value = typeof result === "boolean" ? Number(result) : result;
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new TemplateError(part, index, `"${source}" gives ${String(result)}, not a finite number`);
  return Number(value.toPrecision(12));
}

/** Every combination of the variables' values, or an even sample when there are more than 4,096. */
function grid(template: Template): Numbers[] {
  const axes = Object.entries(template.variables).map(([name, variable]) => ({
    name,
    values: valuesOf(variable),
  }));
  const size = axes.reduce((product, axis) => product * axis.values.length, 1);
  const stride = Math.max(1, size / examined);
  const count = Math.min(size, examined);
  return Array.from({ length: count }, (_, step) => {
    let index = Math.floor(step * stride);
    const numbers: Record<string, number> = {};
    for (const { name, values } of axes) {
      numbers[name] = values[index % values.length] ?? 0;
      index = Math.floor(index / values.length);
    }
    return numbers;
  });
}

function valuesOf(variable: Template["variables"][string]): number[] {
  if ("oneOf" in variable) return variable.oneOf;
  const count = Math.floor((variable.to - variable.from) / variable.step + 1e-9) + 1;
  return Array.from({ length: Math.max(0, Math.min(count, examined)) }, (_, i) =>
    Number((variable.from + i * variable.step).toPrecision(12)),
  );
}

function thin<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)] as T);
}
