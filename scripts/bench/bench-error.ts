/** An expected error: shown as its message, without a stack. */
export class BenchError extends Error {}
