import type { ModelStatus } from "@karnameh/projections/planner/catalogue";
import packageFile from "../package.json" with { type: "json" };
import { builder, type Live } from "./builder.ts";
import { type PublishedLimit, publishedLimits } from "./limits.ts";
import { TextType } from "./text.ts";

type SystemShape = {
  readonly live: Live;
  readonly model: ModelStatus;
  readonly limits: readonly PublishedLimit[];
};

const UnprocessableEventsType = builder
  .objectRef<ModelStatus["unprocessableEvents"][number]>("UnprocessableEvents")
  .implement({
    description:
      "Events of one type that could not be processed for one reason. They are kept, and processing continues without them.",
    fields: (t) => ({
      type: t.exposeString("type", { description: "Type of the events." }),
      reason: t.exposeString("reason", { description: "Why they could not be processed." }),
      count: t.exposeInt("count", { description: "Number of events." }),
    }),
  });

const LimitType = builder.objectRef<PublishedLimit>("Limit").implement({
  description: "A bound that a question can meet. What is above it is refused, never cut short.",
  fields: (t) => ({
    name: t.exposeID("name", { description: "Its name." }),
    value: t.exposeInt("value", { description: "The most that is allowed." }),
    meaning: t.expose("meaning", { type: TextType, description: "What is counted." }),
  }),
});

const SystemType = builder.objectRef<SystemShape>("System").implement({
  description: "How the system stands at this moment.",
  fields: (t) => ({
    head: t.id({ description: "The last position of the log.", resolve: ({ live }) => live.head }),
    position: t.id({
      description: "The last position that the numbers rest on.",
      resolve: ({ live }) => live.position,
    }),
    lag: t.int({
      description:
        "Events that the numbers do not rest on yet. Of a log on a cluster no more than 1,000 are counted.",
      resolve: ({ live }) => live.lagEvents,
    }),
    ageSeconds: t.float({
      nullable: true,
      description:
        "Seconds since the numbers last agreed with the log; null where they do. They go on growing while the log cannot be reached.",
      resolve: ({ live }) => live.ageSeconds,
    }),
    state: t.string({
      description: "What the process that feeds the numbers is doing.",
      resolve: ({ live }) => live.state,
    }),
    knownOn: t.field({
      type: "Day",
      nullable: true,
      description: "The last day on which an event was recorded; null where there are none.",
      resolve: ({ model }) => model.knownOn,
    }),
    events: t.int({ description: "Events that the numbers rest on.", resolve: ({ model }) => model.events }),
    hash: t.id({
      description: "The hash of the rules the numbers were made by.",
      resolve: ({ model }) => model.hash,
    }),
    unprocessableEvents: t.field({
      type: [UnprocessableEventsType],
      description: "Events that could not be processed, by type and reason.",
      resolve: ({ model }) => model.unprocessableEvents,
    }),
    limits: t.field({
      type: [LimitType],
      description: "Every limit of one question.",
      resolve: ({ limits }) => limits,
    }),
    version: t.string({ description: "The version of this program.", resolve: () => packageFile.version }),
  }),
});

builder.queryField("system", (t) =>
  t.field({
    type: SystemType,
    description:
      "How far the numbers are behind the log, which events could not be processed, and what one question may ask for.",
    resolve: async (_, __, { planner, live, limits }) => {
      const [model, now] = await Promise.all([planner.status(), live()]);
      return { live: now, model, limits: publishedLimits(limits) };
    },
  }),
);
