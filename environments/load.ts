import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, systemMessage } from '@aws-platform/engine/errors';
import type { z } from 'zod';
import { managementProblems } from './argocd';
import type { Code, Environment, EnvironmentData, Images, Outputs } from './environment';
import { codeSchema } from './functions';
import { imagesSchema } from './images';
import { environmentSchema, outputsSchema } from './schema';

/** Those of all environments that have these names, checked; all of them where none is named. Throws `InputError`. */
export function load(all: readonly EnvironmentData[], root: string, names: readonly string[]): Environment[] {
  const known = all.map(({ name }) => name);
  for (const name of names)
    if (!known.includes(name)) throw new InputError(`unknown environment '${name}': allowed are ${known.join(', ')}`);
  const [problem] = managementProblems(all);
  if (problem) throw new InputError(problem);
  return all.filter(({ name }) => names.length === 0 || names.includes(name)).map((data) => complete(root, data));
}

function complete(root: string, data: EnvironmentData): Environment {
  const environment = check<EnvironmentData>(environmentSchema, data, `environments/${data.name}.ts`);
  const file = `environments/outputs/${data.name}.json`;
  const outputs = check<Outputs>(
    outputsSchema,
    readJson(root, file, 'the bootstrap', 'cdk deploy --outputs-file'),
    file,
  );
  for (const fact of ['account', 'region', 'drRegion'] as const)
    if (outputs[fact] !== environment[fact])
      throw new InputError(
        `${file}: ${fact} is ${outputs[fact]}, but environments/${data.name}.ts says ${environment[fact]}`,
      );
  const tables = outputs.privateRouteTableIds.length;
  const zones = environment.network.availabilityZones.length;
  if (tables !== zones)
    throw new InputError(
      `${file}: privateRouteTableIds has ${tables}, one for each of ${zones} availability zones is allowed`,
    );
  const codeFile = `environments/code/${data.name}.json`;
  const code = check<Code>(codeSchema, readJson(root, codeFile, "the functions' build", 'docs/functions.md'), codeFile);
  const imagesFile = `environments/images/${data.name}.json`;
  const images = check<Images>(imagesSchema, readJson(root, imagesFile, 'a release', 'docs/rollouts.md'), imagesFile);
  return { ...environment, outputs, code, images };
}

/** A file that something else writes: `writer`, as `how` says. */
function readJson(root: string, file: string, writer: string, how: string): unknown {
  let text: string;
  try {
    text = readFileSync(join(root, file), 'utf8');
  } catch (error) {
    throw new InputError(`${file}: ${systemMessage(error)}; ${writer} writes it (${how})`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${file}: not JSON: ${(error as Error).message}`);
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message, input }) => {
    const got = typeof input === 'string' || typeof input === 'number' ? ` (got ${JSON.stringify(input)})` : '';
    return `${file}: ${path.join('.') || 'the whole'}: ${message}${got}`;
  });
  throw new InputError(lines);
}
