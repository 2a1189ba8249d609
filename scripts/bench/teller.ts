/** Says on stderr what is being done: one changing line on a terminal, one line for each step elsewhere. */
export type Teller = {
  begin(title: string): void;
  /** How far the step is. Shown on a terminal only. */
  update(what: string, done: number, total: number): void;
  end(): void;
};

const FRAME_MS = 200;

export const createTeller = (stream: NodeJS.WriteStream): Teller => {
  let [title, told, shownAt] = ["", "", 0];
  const draw = (text: string): void => void stream.write(`\r\x1b[K${text}`);
  return {
    begin(next) {
      title = next;
      if (stream.isTTY) draw(`… ${title}`);
      else stream.write(`… ${title}\n`);
    },
    update(what, done, total) {
      const now = performance.now();
      if (!stream.isTTY) {
        if (what !== told) stream.write(`  ${what}\n`);
        told = what;
        return;
      }
      if (now - shownAt < FRAME_MS) return;
      shownAt = now;
      draw(`… ${title}: ${what} ${Math.min(100, Math.floor((100 * done) / Math.max(1, total)))} %`);
    },
    end() {
      if (stream.isTTY) draw("");
    },
  };
};
