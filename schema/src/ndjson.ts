const LINE_FEED = 10;

/**
 * Releases the memory of a text that is not read again. Left to V8, many such texts make it collect garbage over and
 * over. A short text may share its memory with others; then nothing is released.
 */
export const releaseText = ({ buffer, byteLength }: Uint8Array): void => {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
};

/**
 * Joins texts by line feeds into one with memory of its own, so that it can be transferred to another thread, and
 * releases the memory of the texts.
 */
export const joinTexts = (texts: readonly Uint8Array[]): Uint8Array => {
  const length = texts.reduce((sum, text) => sum + text.length + 1, -1);
  const joined = Buffer.allocUnsafeSlow(Math.max(0, length));
  let at = 0;
  for (const text of texts) {
    if (at > 0) joined[at - 1] = LINE_FEED;
    joined.set(text, at);
    at += text.length + 1;
    releaseText(text);
  }
  return joined;
};
