/** Reports progress on stderr: one changing line on a terminal, otherwise one line per step. */
export type ProgressReporter = {
  begin(title: string): void;
  /** The progress of a step, shown on a terminal only. */
  update(what: string, done: number, total: number): void;
  end(): void;
};

const FRAME_MS = 200;

export const createProgressReporter = (stream: NodeJS.WriteStream): ProgressReporter => {
  let [title, reported, shownAt] = ["", "", 0];
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
        if (what !== reported) stream.write(`  ${what}\n`);
        reported = what;
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
