import { InputError } from '@aws-platform/engine/errors';
import { type Command, CommanderError } from 'commander';

/** Runs a command line: mistakes of the user end in one clear message and exit code 2, never in a stack trace. */
export function runAsProgram(program: Command): void {
  const name = program.name();
  program
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, `${name}: `)) })
    .parseAsync()
    .catch((error: unknown) => {
      if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
      else if (error instanceof InputError) {
        for (const line of error.message.split('\n')) console.error(`${name}: ${line}`);
        process.exitCode = 2;
      } else throw error;
    });
}
