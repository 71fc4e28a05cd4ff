import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack as CdkStack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { bootstrapApp } from '../../../bootstrap/app';
import type { Environment } from '../../../environments';
import { ROOT } from '../../repository';
import { arnOfResource, type CfnResource, type CfnTemplate, physicalName, resolve, type Stack } from './resolve';

/** A role as the templates of a bootstrap make it. */
export interface MadeRole {
  readonly name: string;
  readonly arn: string;
  /** Of `sts:AssumeRole`. */
  readonly trust: unknown;
  /** Its inline policies, and those attached in the same template. */
  readonly inline: readonly unknown[];
  /** Names of AWS's own policies. */
  readonly managed: readonly string[];
  /** Undefined where it has none. */
  readonly boundary?: string;
}

/** What an environment's bootstrap makes in IAM and Lambda, by its templates. */
export interface Bootstrap {
  readonly environment: Environment;
  readonly roles: readonly MadeRole[];
  /** Documents by ARN. */
  readonly policies: ReadonlyMap<string, unknown>;
  /** Functions of its stacks, which have the stack's tag. */
  readonly functions: readonly { readonly arn: string; readonly stack: string }[];
}

/** Synthesizes the bootstrap of an environment and reads it. */
export function bootstrapOf(environment: Environment): Bootstrap {
  const outdir = mkdtempSync(join(tmpdir(), 'bootstrap-privilege-'));
  try {
    const app = bootstrapApp({ root: ROOT, environment, outdir, validate: false });
    const stacks = app.node.children.filter(CdkStack.isStack).map(
      (stack): Stack => ({
        name: stack.stackName,
        region: stack.region,
        account: stack.account,
        template: Template.fromStack(stack).toJSON() as CfnTemplate,
      }),
    );
    return {
      environment,
      roles: stacks.flatMap(rolesOf),
      policies: new Map(stacks.flatMap(policiesOf)),
      functions: stacks.flatMap((stack) =>
        resourcesOf(stack, 'AWS::Lambda::Function').map(([id, resource]) => ({
          arn: arnOfResource(id, resource, stack),
          stack: stack.name,
        })),
      ),
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function resourcesOf({ template }: Stack, type: string): [string, CfnResource][] {
  return Object.entries(template.Resources).filter(([, { Type }]) => Type === type);
}

function rolesOf(stack: Stack): MadeRole[] {
  const attached = resourcesOf(stack, 'AWS::IAM::Policy').map(([, { Properties }]) => ({
    document: resolve(Properties['PolicyDocument'], stack),
    roles: resolve(Properties['Roles'], stack) as string[],
  }));
  return resourcesOf(stack, 'AWS::IAM::Role').map(([id, resource]) => {
    const { Properties } = resource;
    const name = physicalName(id, resource, stack);
    const own = (resolve(Properties['Policies'] ?? [], stack) as { PolicyDocument: unknown }[]).map(
      ({ PolicyDocument }) => PolicyDocument,
    );
    const managed = resolve(Properties['ManagedPolicyArns'] ?? [], stack) as string[];
    const boundary = resolve(Properties['PermissionsBoundary'], stack);
    return {
      name,
      arn: arnOfResource(id, resource, stack),
      trust: resolve(Properties['AssumeRolePolicyDocument'], stack),
      inline: [...own, ...attached.filter(({ roles }) => roles.includes(name)).map(({ document }) => document)],
      managed: managed.map((arn) => arn.slice(arn.lastIndexOf('/') + 1)),
      ...(typeof boundary === 'string' && { boundary }),
    };
  });
}

function policiesOf(stack: Stack): [string, unknown][] {
  return resourcesOf(stack, 'AWS::IAM::ManagedPolicy').map(([id, resource]) => [
    arnOfResource(id, resource, stack),
    resolve(resource.Properties['PolicyDocument'], stack),
  ]);
}
