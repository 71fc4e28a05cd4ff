import { Command, CommanderError } from 'commander';
import { InputError, isSystemError, systemMessage } from '../errors';
import { textOf } from '../printing';
import * as conformance from './conformance';
import type { Context, ExitCode } from './context';
import * as diff from './diff';
import * as graph from './graph';
import * as importCommand from './import';
import * as plan from './plan';
import { warn } from './print';
import * as startup from './startup';
import * as synth from './synth';
import * as validate from './validate';
import * as wiring from './wiring';

const commands = [synth, validate, plan, startup, diff, conformance, wiring, graph, importCommand];

/**
 * Runs one command line and gives its exit code. Mistakes of the user end in one clear message, never in a stack trace.
 */
export async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = new Command('platform')
    .description('Kubernetes manifests of AWS resources: made, checked, and what a change of them does to AWS.')
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError('platform: add --help to see what is allowed')
    .configureOutput({ outputError: (text, write) => write(`${textOf(linesOfCommander(text))}\n`) })
    .addHelpText(
      'after',
      '\nExit codes: 0 fine, 1 findings, 2 wrong use or unreadable input, 3 a danger that nobody acknowledged (plan).\nMore: platform <command> --help',
    );
  for (const { define } of commands) define(program, context, (result) => (code = result));
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof InputError) {
      warn(...error.lines.map((line) => `platform: ${line}`));
      return 2;
    }
    if (isSystemError(error)) {
      const { path, syscall } = error;
      warn(`platform: ${path ?? syscall}: ${systemMessage(error)}`);
      return 2;
    }
    const missing = missingPackage(error);
    if (missing === undefined) throw error;
    warn(`platform: this command needs the package ${missing}: npm install --save-dev ${missing}`);
    return 2;
  }
}

/** What commander says is one line, and a second one where it guesses; all else in it is what the user wrote. */
function linesOfCommander(text: string): string[] {
  const [, said = '', guess] = /^(?:error: )?([\s\S]*?)(?:\n(\(Did you mean [^\n]*\?\)))?\n*$/.exec(text) ?? [];
  return [`platform: ${said}`, ...(guess === undefined ? [] : [guess])];
}

/** The optional package that somebody has not installed. */
function missingPackage(error: unknown): string | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') return undefined;
  return /Cannot find (?:package|module) '([^'./][^']*)'/.exec(message)?.[1];
}
