import type { ReleaseRow } from "@karnameh/projections/planner/releases";
import { builder } from "./builder.ts";
import { connectionOf, connectionType, pageArgs, pageRequestOf } from "./connection.ts";
import { TextType } from "./text.ts";

const ReleaseType = builder.objectRef<ReleaseRow>("Release").implement({
  description: "Published vintage.",
  fields: (t) => ({
    id: t.exposeID("releaseId", { description: "Id." }),
    asOf: t.expose("asOf", {
      type: "Day",
      description: "As-of date of the published data; use it as `asOf`.",
    }),
    periodTo: t.exposeString("periodTo", { description: "Last period covered." }),
    indicators: t.exposeStringList("indicators", { description: "Codes of the published indicators." }),
    reason: t.expose("reason", { type: TextType, description: "Reason for the release." }),
    isSynthetic: t.exposeBoolean("isSynthetic", {
      description: "True if the release is simulated.",
    }),
    nextOn: t.expose("nextOn", {
      type: "Day",
      nullable: true,
      description: "Announced date of the next release.",
    }),
  }),
});

const Releases = connectionType("Release", ReleaseType);

builder.queryField("releases", (t) =>
  t.field({
    type: Releases,
    description: "Releases, newest first.",
    args: pageArgs,
    resolve: async (_, page, { planner }) => {
      const request = pageRequestOf("releases", page);
      return connectionOf("releases", request, await planner.releases(request));
    },
  }),
);
