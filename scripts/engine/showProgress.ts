/** Keeps telling on stderr how far something is, until the returned function is called. */
export function showProgress(describe: () => string): () => void {
  const started = Date.now();
  const terminal = process.stderr.isTTY;
  const tell = () => {
    const line = `  ${formatElapsed(started)}  ${describe()}`;
    process.stderr.write(terminal ? `\r${line}\x1b[K` : `${line}\n`);
  };
  const timer = setInterval(tell, terminal ? 1000 : 30_000);
  return () => {
    clearInterval(timer);
    if (terminal) process.stderr.write("\r\x1b[K");
  };
}

/** The time since a moment, like "4 min 05 s". */
export function formatElapsed(started: number): string {
  const seconds = Math.round((Date.now() - started) / 1000);
  const rest = `${seconds % 60} s`;
  return seconds < 60 ? rest : `${Math.floor(seconds / 60)} min ${rest.padStart(4, "0")}`;
}
