/**
 * The borders between the packages: who may import whom. Relative paths are of the repository's root; an import
 * of `@karnameh/x/y` is seen as the file that it leads to.
 *
 * TypeScript 7 has no JavaScript API, so the sources are read by swc; without it dependency-cruiser would see
 * no .ts file at all and find nothing wrong. `scripts/borders.spec.ts` proves that it sees.
 */

/** Folder → the folders of other packages that it may import. What is not named here is forbidden. */
const MAY_IMPORT = {
  schema: [],
  projections: ["schema"],
  "services/runtime": [],
  "services/event-log": ["schema"],
  "services/ingest": ["schema", "services/runtime", "services/event-log"],
  "services/projector": ["schema", "projections", "services/runtime", "services/event-log"],
  "services/policies": ["schema", "projections", "services/runtime", "services/event-log"],
  "services/api": ["schema", "projections", "services/runtime"],
  "services/web": ["schema", "projections", "services/runtime"],
  "services/simulator": ["schema"],
};

/**
 * Layer of projections → what of projections it may import besides itself. Claims are checked without the planner, which
 * reads them; the engine knows no cube and no query.
 */
const LAYERS = {
  engine: [],
  claims: [],
  domains: ["engine/", "measures[.]ts$"],
  planner: ["engine/", "claims/"],
};

const OUTSIDE = "(^|/)node_modules/";
const TEST_FILES = "([.](spec|child)[.]ts|/src/testing/[^/]+[.]ts)$";
const OWN_CODE = "^(schema|projections|services|scripts|test)/";

const borders = Object.entries(MAY_IMPORT).map(([folder, others]) => ({
  name: `border-of-${folder.replace("services/", "")}`,
  comment: `${folder} may import ${others.join(", ") || "no other package"}.`,
  severity: "error",
  from: { path: `^${folder}/` },
  to: { path: OWN_CODE, pathNot: [OUTSIDE, ...[folder, ...others].map((name) => `^${name}/`)] },
}));

const layers = Object.entries(LAYERS).map(([layer, others]) => ({
  name: `layer-of-${layer}`,
  comment: `In projections, ${layer} may import no other layer but those named in LAYERS.`,
  severity: "error",
  from: { path: `^projections/src/${layer}/`, pathNot: TEST_FILES },
  to: {
    path: "^projections/src/",
    pathNot: [`${layer}/`, ...others].map((path) => `^projections/src/${path}`),
  },
}));

export default {
  forbidden: [
    ...borders,
    ...layers,
    {
      name: "service-without-border",
      comment: "A new service needs its line in MAY_IMPORT.",
      severity: "error",
      from: {
        path: "^services/",
        pathNot: ["^services/cli/", ...Object.keys(MAY_IMPORT).map((name) => `^${name}/`)],
      },
      to: {},
    },
    {
      name: "cli-above-scripts-and-tests",
      severity: "error",
      from: { path: "^services/cli/" },
      to: { path: "^(scripts|test)/" },
    },
    {
      name: "schema-stays-small",
      comment:
        "schema may import zod, jalaali-js and what Node brings; its tests also vitest and fast-check.",
      severity: "error",
      from: { path: "^schema/", pathNot: TEST_FILES },
      to: { path: OUTSIDE, pathNot: "/node_modules/(zod|jalaali-js|@types/jalaali-js)/" },
    },
    {
      name: "schema-asks-nothing-of-the-machine",
      comment: "Of Node itself schema may use only what computes: no files, no network, no process.",
      severity: "error",
      from: { path: "^schema/", pathNot: TEST_FILES },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?(crypto|assert|buffer|util|url)$" },
    },
    {
      name: "test-tools-only-in-tests",
      severity: "error",
      from: { path: "^(schema|projections|services)/", pathNot: TEST_FILES },
      to: { path: "/node_modules/(vitest|fast-check)/" },
    },
    {
      name: "through-the-package",
      comment: "Another package is imported by its name, never by a path into its folder.",
      severity: "error",
      from: { path: "^(schema|projections|scripts|test|services/[^/]+)/" },
      to: { path: OWN_CODE, pathNot: [OUTSIDE, "^$1/"], dependencyTypes: ["local"] },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "unresolved",
      comment: "An import that leads nowhere is an edge that no other rule sees.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "undeclared",
      comment:
        "What a package imports stands in its own package.json, or, for tools of tests, in the root's.",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    parser: "swc",
    doNotFollow: { path: OUTSIDE },
    exclude: { path: "(^|/)(coverage|data)/" },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".mts", ".mjs", ".js", ".json"],
    },
  },
};
