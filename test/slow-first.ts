import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The spec files that take longest, the slowest first: begun last, one of them would keep one worker alone. */
const SLOW = [
  "test/readers/sqlite.spec.ts",
  "test/readers/kurrent.spec.ts",
  "test/contract/kurrent.spec.ts",
  "projections/src/engine/ledger.property.spec.ts",
  "test/crash/projector.spec.ts",
  "services/cli/src/serve/serve.kill.spec.ts",
  "test/stories/simulated-deadlines.spec.ts",
  "test/stories/demonstration.spec.ts",
  "test/stories/cluster.spec.ts",
  "services/cli/src/commands/recording.spec.ts",
  "services/cli/src/serve/serve.spec.ts",
  "services/cli/src/serve/policies.spec.ts",
  "test/contract/copy-between-engines.spec.ts",
];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const at = SLOW.findIndex((file) => moduleId.endsWith(file));
  return at < 0 ? SLOW.length : at;
};

/** The known slow files first, the others in the order in which Vitest would run them. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}
