import type { Cube } from "./cube.ts";
import type { Connection } from "./database.ts";
import type { Catalogue } from "./model.ts";

/**
 * How far each cube is posted: table `model.cube` is the one place where that is kept. A cube is current while its `lagging_events`
 * are zero, and then its `position` is the checkpoint; else it lacks so many events after its `position`.
 */
export type LaggingCube = { readonly cube: Cube; readonly position: bigint; readonly events: number };

/** The cubes that are not posted up to the checkpoint. */
export const laggingCubes = async (
  connection: Connection,
  { cubes }: Pick<Catalogue, "cubes">,
): Promise<readonly LaggingCube[]> => {
  const rows = await connection.all(
    "select name, position::varchar as position, lagging_events as events from model.cube where lagging_events > 0",
  );
  const byName = new Map(cubes.map((cube) => [cube.name, cube]));
  return rows.flatMap(({ name, position, events }) => {
    const cube = byName.get(String(name));
    return cube ? [{ cube, position: BigInt(String(position)), events: Number(events) }] : [];
  });
};

/** A statement's parameter that names cubes; in SQL `list_contains(string_split($n, ' '), name)`. */
const namesOf = (cubes: readonly Cube[]): string => cubes.map(({ name }) => name).join(" ");

/** Moves the cubes that were current along with a batch, but for those that lag from now on or lag further. */
export const moveCubes = async (
  connection: Connection,
  { after, last, events }: { readonly after: bigint; readonly last: bigint; readonly events: number },
  lagging: readonly Cube[],
): Promise<void> => {
  await connection.run(
    `update model.cube set
       position = case when list_contains(string_split($3, ' '), name) then position else $1::bigint end,
       lagging_events = lagging_events + case when list_contains(string_split($3, ' '), name) then $4::bigint else 0 end
     where position = $2::bigint or list_contains(string_split($3, ' '), name)`,
    [last, after, namesOf(lagging), BigInt(events)],
    ["model.cube"],
  );
};

/** Notes that these cubes are posted up to a position, and so are current. */
export const markCurrent = async (
  connection: Connection,
  position: bigint,
  cubes: readonly Cube[],
): Promise<void> => {
  await connection.run(
    "update model.cube set position = $1::bigint, lagging_events = 0 where list_contains(string_split($2, ' '), name)",
    [position, namesOf(cubes)],
    ["model.cube"],
  );
};
