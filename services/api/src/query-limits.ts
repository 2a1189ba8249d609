import {
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  Lexer,
  type ParseOptions,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  Source,
  TokenKind,
  type ValidationContext,
  type ValidationRule,
} from "graphql";
import type { ApiLimits } from "./limits.ts";
import { refusal } from "./refusal.ts";

type Measure = "depth" | "aliases" | "fields" | "observationQueries";
type Size = Readonly<Record<Measure, number>>;

const NOTHING: Size = { depth: 0, aliases: 0, fields: 0, observationQueries: 0 };

const errors: Readonly<
  Record<Measure, { readonly code: string; readonly unit: string; readonly hint: string }>
> = {
  depth: { code: "QUERY_TOO_DEEP", unit: "levels", hint: "Nest fewer fields." },
  aliases: {
    code: "TOO_MANY_ALIASES",
    unit: "aliases",
    hint: "Send the aliased fields in several requests.",
  },
  fields: {
    code: "TOO_MANY_FIELDS",
    unit: "fields",
    hint: "Request fewer fields, or send several requests.",
  },
  observationQueries: {
    code: "TOO_MANY_OBSERVATION_QUERIES",
    unit: "`observations` fields",
    hint: "Send several requests, or use one `observations` field with `by` instead of many with `where`.",
  },
};

const add = (left: Size, right: Size): Size => ({
  depth: Math.max(left.depth, right.depth),
  aliases: left.aliases + right.aliases,
  fields: left.fields + right.fields,
  observationQueries: left.observationQueries + right.observationQueries,
});

/** Measures selections with fragments expanded. Each fragment is measured once; a cyclic reference counts as nothing. */
const measureWith = (fragmentOf: (name: string) => FragmentDefinitionNode | null | undefined) => {
  const known = new Map<string, Size>();
  const spread = (name: string): Size => {
    const found = known.get(name);
    if (found) return found;
    known.set(name, NOTHING);
    const fragment = fragmentOf(name);
    const size = fragment ? measure(fragment.selectionSet) : NOTHING;
    known.set(name, size);
    return size;
  };
  const measureOne = (node: SelectionNode): Size => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return spread(node.name.value);
    if (node.kind === Kind.INLINE_FRAGMENT) return measure(node.selectionSet);
    // graphql limits the depth of introspection queries itself.
    if (node.name.value.startsWith("__")) return NOTHING;
    const inside = node.selectionSet ? measure(node.selectionSet) : NOTHING;
    return {
      depth: inside.depth + 1,
      aliases: inside.aliases + (node.alias ? 1 : 0),
      fields: inside.fields + 1,
      observationQueries:
        inside.observationQueries +
        (node.name.value === "observations" && (node.arguments ?? []).length > 0 ? 1 : 0),
    };
  };
  const measure = ({ selections }: SelectionSetNode): Size => selections.map(measureOne).reduce(add, NOTHING);
  return measure;
};

const tooMuch = (what: Measure, requested: number, limit: number) => {
  const { code, unit, hint } = errors[what];
  const message = `The query has ${requested} ${unit}: ${requested - limit} more than the ${limit} allowed.`;
  return refusal(code, message, hint, { requested, limit });
};

/** Rejects a query that is too deep, or has too many aliases, fields or `observations` fields. */
export const queryLimitsRule = (limits: ApiLimits): ValidationRule =>
  function QueryLimitsRule(context: ValidationContext): ASTVisitor {
    const measure = measureWith((name) => context.getFragment(name));
    return {
      OperationDefinition: ({ selectionSet }) => {
        const size = measure(selectionSet);
        for (const what of Object.keys(errors) as Measure[])
          if (size[what] > limits[what]) context.reportError(tooMuch(what, size[what], limits[what]));
      },
    };
  };

const countTokens = (source: Source): number => {
  const lexer = new Lexer(source);
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
};

/** A parser that rejects a document with too many tokens and states their number. */
export const parseWithin =
  (limit: number) =>
  (text: string | Source, options?: ParseOptions): DocumentNode => {
    try {
      return parse(text, { ...options, maxTokens: limit });
    } catch (error) {
      const requested = countTokens(typeof text === "string" ? new Source(text) : text);
      if (requested <= limit) throw error;
      const message = `The query has ${requested} tokens: ${requested - limit} more than the ${limit} allowed.`;
      throw refusal(
        "QUERY_TOO_LARGE",
        message,
        "Split it into several requests, or move values into variables.",
        {
          requested,
          limit,
        },
      );
    }
  };
