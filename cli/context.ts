/** What a command needs from around it. */
export interface Context {
  /** The repository. */
  readonly root: string;
}

/** 0 fine, 1 findings, 2 wrong use or unreadable input; `plan` adds 3. */
export type ExitCode = 0 | 1 | 2 | 3;
