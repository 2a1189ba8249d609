/** A failure that its reader can act upon: shown as its sentence, without a stack. */
export class BenchError extends Error {}
