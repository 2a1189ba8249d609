import { v5 } from "uuid";

/** The namespace of all ids that policies make: a random UUID that never changes. */
const NAMESPACE = "0b6a4d0e-52c1-4f0e-9d3b-6f2f6f1f7c55";

/** A UUID of version 5 (RFC 9562) made from parts. */
export const derivedId = (...parts: readonly string[]): string => v5(JSON.stringify(parts), NAMESPACE);
