import { checkpoint, prepareWriter } from "./commit.ts";
import type { Cube } from "./cube.ts";
import { type LaggingCube, laggingCubes, markCurrent } from "./cube-positions.ts";
import type { Catalogue } from "./model.ts";
import { isTouched, keepChangesSince, postCubes } from "./post-batch.ts";
import type { Writer } from "./writer.ts";

/**
 * Posts on cubes all the events up to the checkpoint that they lack, as one batch would have posted them: the cubes that are at one
 * position together, in one transaction. Resolves to the cubes that still lag.
 */
export const catchUpCubes = async (
  writer: Writer,
  catalogue: Catalogue,
  cubes: ReadonlySet<Cube>,
): Promise<readonly LaggingCube[]> => {
  const { posting } = await prepareWriter(writer, catalogue);
  const lagging = (await laggingCubes(writer, catalogue)).filter(({ cube }) => cubes.has(cube));
  for (const [after, together] of Map.groupBy(lagging, ({ position }) => position)) {
    const behind = together.map(({ cube }) => cube);
    await writer.transaction(async () => {
      const postable = behind.filter((cube) => posting.scopes.has(cube));
      const changed = await keepChangesSince(writer, postable, after);
      const touched = postable.filter((cube) => isTouched(posting, cube, changed));
      await postCubes(writer, posting, touched, after);
      await markCurrent(writer, await checkpoint(writer), behind);
    });
  }
  return laggingCubes(writer, catalogue);
};
