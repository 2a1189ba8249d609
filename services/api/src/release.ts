import type { ReleaseRow } from "@karnameh/projections/planner/catalogue";
import { builder } from "./builder.ts";
import { connectionOf, connectionType, sliceOf } from "./connection.ts";
import { TextType } from "./text.ts";

const ReleaseType = builder.objectRef<ReleaseRow>("Release").implement({
  description: "A vintage that was published.",
  fields: (t) => ({
    id: t.exposeID("releaseId", { description: "Its id." }),
    asOf: t.expose("asOf", {
      type: "Day",
      description: "The day of knowledge that was published; give it as `asOf`.",
    }),
    periodTo: t.exposeString("periodTo", { description: "The last period that it covers." }),
    indicators: t.exposeStringList("indicators", { description: "The codes of the indicators published." }),
    reason: t.expose("reason", { type: TextType, description: "Why it was published." }),
    isSynthetic: t.exposeBoolean("isSynthetic", {
      description: "True where the release itself is simulated.",
    }),
    nextOn: t.expose("nextOn", {
      type: "Day",
      nullable: true,
      description: "The day announced for the next one.",
    }),
  }),
});

const Releases = connectionType("Release", ReleaseType);

builder.queryField("releases", (t) =>
  t.field({
    type: Releases,
    description: "Vintages that were published, the newest first.",
    args: {
      first: t.arg.int({ description: "Items of one page; 50 where it is left out." }),
      after: t.arg.string({ description: "The endCursor of the page before." }),
    },
    resolve: async (_, page, { planner }) => {
      const slice = sliceOf("releases", page);
      return connectionOf("releases", slice, await planner.releases(slice));
    },
  }),
);
