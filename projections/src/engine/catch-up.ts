import { checkpoint, noteBehind, readyWriter } from "./commit.ts";
import type { Cube } from "./cube.ts";
import type { Connection } from "./database.ts";
import type { Catalogue } from "./model.ts";
import { isTouched, keepChangesSince, postCubes } from "./post.ts";
import type { Writer } from "./writer.ts";

/** The cubes that are not booked up to the checkpoint, by the position up to which they are. */
export const cubesBehind = async (
  connection: Connection,
  { cubes }: Catalogue,
): Promise<ReadonlyMap<bigint, readonly Cube[]>> => {
  const rows = await connection.all(
    "select name, c.position::varchar as position from model.cube c, model.checkpoint k where c.position < k.position",
  );
  const positions = new Map(rows.map(({ name, position }) => [name, BigInt(String(position))]));
  const behind = cubes.filter(({ name }) => positions.has(name));
  return Map.groupBy(behind, ({ name }) => positions.get(name) ?? 0n);
};

/**
 * Books on cubes everything up to the checkpoint that they lack, as one batch would have: for each position up to
 * which some of them are booked, in one transaction.
 */
export const bookBehind = async (
  writer: Writer,
  catalogue: Catalogue,
  cubes: ReadonlySet<Cube>,
): Promise<void> => {
  const { posting } = await readyWriter(writer, catalogue);
  for (const [after, all] of await cubesBehind(writer, catalogue)) {
    const behind = all.filter((cube) => cubes.has(cube));
    if (behind.length === 0) continue;
    await writer.transaction(async () => {
      const able = behind.filter((cube) => posting.scopes.has(cube));
      const changed = await keepChangesSince(writer, able, after);
      const touched = able.filter((cube) => isTouched(posting, cube, changed));
      await postCubes(writer, posting, touched, after);
      await writer.run(
        "update model.cube set position = $1::bigint where list_contains(string_split($2, ' '), name)",
        [await checkpoint(writer), behind.map(({ name }) => name).join(" ")],
      );
      await noteBehind(writer);
    });
  }
};
