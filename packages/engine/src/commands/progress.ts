/** Shorter waits need no explanation. */
const SILENT_MS = 2_000;

/** A line on a terminal that says how far a long command is; elsewhere nothing. It goes when the command ends. */
export class Progress {
  private readonly started = Date.now();
  private reached = 0;
  private readonly timer?: NodeJS.Timeout;

  constructor(private readonly what: string) {
    if (process.stderr.isTTY) this.timer = setTimeout(() => this.show(), SILENT_MS);
  }

  reach(count: number): void {
    this.reached = count;
    if (this.timer && Date.now() - this.started >= SILENT_MS) this.show();
  }

  end(): void {
    clearTimeout(this.timer);
    if (this.timer && Date.now() - this.started >= SILENT_MS) process.stderr.write('\r\u001b[K');
  }

  private show(): void {
    process.stderr.write(`\r\u001b[K${this.reached} ${this.what} …`);
  }
}
