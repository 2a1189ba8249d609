import { type EventBatch, linesIn, type Position } from "../port.ts";
import { positionOfLine } from "../recorded-line.ts";

/** A batch without its events after a position. */
export const batchUntil = (batch: EventBatch, until: Position): EventBatch => {
  if (batch.last <= until) return batch;
  const texts = new Map<string, Uint8Array>();
  let [count, last] = [0, 0n];
  for (const [type, text] of batch.texts) {
    const kept = linesIn(text).filter((line) => positionOfLine(line) <= until);
    if (kept.length === 0) continue;
    texts.set(type, Buffer.from(kept.join("\n")));
    count += kept.length;
    for (const position of kept.map(positionOfLine)) if (position > last) last = position;
  }
  return { last, count, texts };
};
