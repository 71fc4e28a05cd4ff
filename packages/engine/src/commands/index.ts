import { Command, CommanderError } from 'commander';
import { InputError } from '../errors';
import * as conformance from './conformance';
import type { Context, ExitCode } from './context';
import * as diff from './diff';
import * as graph from './graph';
import * as importCommand from './import';
import * as plan from './plan';
import * as synth from './synth';
import * as validate from './validate';
import * as wiring from './wiring';

const commands = [synth, validate, plan, diff, conformance, wiring, graph, importCommand];

/** Runs one command line and gives its exit code. Mistakes of the user end in one clear message, never in a stack trace. */
export async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = new Command('platform')
    .description('The AWS enterprise platform: charts in, manifests out.')
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError('platform: add --help to see what is allowed')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'platform: ')) })
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
      for (const line of error.message.split('\n')) console.error(`platform: ${line}`);
      return 2;
    }
    throw error;
  }
}
