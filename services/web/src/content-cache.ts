import type { ModelStatus } from "@karnameh/projections/planner/model-status";
import { digest } from "./assets.ts";

/** Rendered content of a page. */
type RenderedContent = {
  readonly markup: string;
  readonly digest: string;
  readonly isCacheable: boolean;
};

/** Identifies one state of the read model. */
export const modelKey = ({ position, hash }: ModelStatus): string => `${position} ${hash}`;

const MAX_CONTENTS = 8;

/** Renders each state of the read model once, however many readers request it at the same time. */
export const contentCache = (render: (status: ModelStatus) => Promise<Omit<RenderedContent, "digest">>) => {
  const contents = new Map<string, Promise<RenderedContent>>();
  return (status: ModelStatus): Promise<RenderedContent> => {
    const key = modelKey(status);
    const cached = contents.get(key);
    if (cached !== undefined) return cached;
    const rendered = render(status).then((content) => ({ ...content, digest: digest(content.markup) }));
    contents.set(key, rendered);
    const forget = (): void => void contents.delete(key);
    rendered.then(({ isCacheable }) => isCacheable || forget(), forget);
    const oldest = contents.size > MAX_CONTENTS ? contents.keys().next().value : undefined;
    if (oldest !== undefined) contents.delete(oldest);
    return rendered;
  };
};
