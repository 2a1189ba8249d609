import { createHash } from "node:crypto";

/** The namespace of everything that the project names by itself; a random UUID, never changed. */
const NAMESPACE = Buffer.from("6f1c2b0e9d5a4c7e8a3b4f2d1e0c9b8a", "hex");

/** A UUID of version 5 (RFC 9562) made of parts, so that the same row always gets the same id. */
export const uuid5 = (...parts: readonly string[]): string => {
  const hash = createHash("sha1").update(NAMESPACE).update(JSON.stringify(parts)).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString("hex", 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
