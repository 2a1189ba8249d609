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

type Measured = "depth" | "aliases" | "fields" | "questions";
type Size = Readonly<Record<Measured, number>>;

const NOTHING: Size = { depth: 0, aliases: 0, fields: 0, questions: 0 };

const told: Readonly<
  Record<Measured, { readonly code: string; readonly of: string; readonly hint: string }>
> = {
  depth: { code: "QUERY_TOO_DEEP", of: "levels", hint: "Ask for fewer fields inside fields." },
  aliases: { code: "TOO_MANY_ALIASES", of: "aliases", hint: "Send the aliased fields in several requests." },
  fields: { code: "TOO_MANY_FIELDS", of: "fields", hint: "Ask for fewer fields, or in several requests." },
  questions: {
    code: "TOO_MANY_QUESTIONS",
    of: "questions for observations",
    hint: "Send several requests, or ask one question with `by` instead of many with `where`.",
  },
};

const beside = (left: Size, right: Size): Size => ({
  depth: Math.max(left.depth, right.depth),
  aliases: left.aliases + right.aliases,
  fields: left.fields + right.fields,
  questions: left.questions + right.questions,
});

/** Measures selections with fragments written out; each fragment is measured once, and one inside itself is nothing. */
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
    // Of the schema itself graphql bounds the depth.
    if (node.name.value.startsWith("__")) return NOTHING;
    const inside = node.selectionSet ? measure(node.selectionSet) : NOTHING;
    return {
      depth: inside.depth + 1,
      aliases: inside.aliases + (node.alias ? 1 : 0),
      fields: inside.fields + 1,
      questions:
        inside.questions + (node.name.value === "observations" && (node.arguments ?? []).length > 0 ? 1 : 0),
    };
  };
  const measure = ({ selections }: SelectionSetNode): Size =>
    selections.map(measureOne).reduce(beside, NOTHING);
  return measure;
};

const tooMuch = (what: Measured, asked: number, limit: number) => {
  const { code, of, hint } = told[what];
  const message = `The query has ${asked} ${of}: ${asked - limit} more than the ${limit} allowed.`;
  return refusal(code, message, hint, { asked, limit });
};

/** Refuses a query that is too deep, or has too many aliases, fields or questions. */
export const queryLimitsRule = (limits: ApiLimits): ValidationRule =>
  function QueryLimitsRule(context: ValidationContext): ASTVisitor {
    const measure = measureWith((name) => context.getFragment(name));
    return {
      OperationDefinition: ({ selectionSet }) => {
        const size = measure(selectionSet);
        for (const what of Object.keys(told) as Measured[])
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

/** A parser that refuses a document of too many tokens, and says of how many. */
export const parseWithin =
  (limit: number) =>
  (text: string | Source, options?: ParseOptions): DocumentNode => {
    try {
      return parse(text, { ...options, maxTokens: limit });
    } catch (error) {
      const asked = countTokens(typeof text === "string" ? new Source(text) : text);
      if (asked <= limit) throw error;
      const message = `The query has ${asked} words and signs: ${asked - limit} more than the ${limit} allowed.`;
      throw refusal("QUERY_TOO_LARGE", message, "Send it as several requests, or its values as variables.", {
        asked,
        limit,
      });
    }
  };
