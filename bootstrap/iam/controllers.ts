import {
  ackController,
  arnOf,
  arnPatternOf,
  type ControllerIdentity,
  crossplaneProvider,
  physicalFieldsOf,
  physicalKeyOf,
} from '@aws-platform/engine/aws';
import { kroObjectsIn } from '@aws-platform/engine/kro';
import { ACK_REGION, annotationOf, groupOf, type Manifest } from '@aws-platform/engine/manifests';
import type { Environment } from '../../environments';
import type { Grants } from './escalation';
import { byName, helmControllersIn } from './helm-controllers';
import { policyOf } from './policy';
import type { PolicyDocument } from './statement';

/** A controller in the cluster that acts in AWS, and what it may do there. */
export interface Controller extends ControllerIdentity {
  /** Of its role, without the environment's prefix: `ack-sqs-controller`. */
  readonly name: string;
  /** The kinds of objects that it makes; the chart that it comes from where it makes none. */
  readonly kinds: readonly string[];
  readonly policy: PolicyDocument;
  /** Its Pods show the cluster's token in place of using Pod Identity. */
  readonly isWebIdentity: boolean;
}

const ROLE = 'iam.services.k8s.aws/Role';

/**
 * Every controller that the objects of an environment need, by name, each with what these need and no more. Throws
 * `InputError` for a kind of AWS's that the tables do not know.
 */
export function controllersOf(written: readonly Manifest[], environment: Environment): Controller[] {
  const manifests = [...written, ...kroObjectsIn(written).map(({ manifest }) => manifest)];
  const grants = grantsOf(manifests, environment);
  // services look at the roles that they are given, of which some have names that AWS fixes
  const roles = manifests.filter((manifest) => physicalKeyOf(manifest) === ROLE);
  const byController = new Map<string, { identity: ControllerIdentity; objects: Manifest[] }>();
  for (const manifest of manifests) {
    const identity = controllerOf(manifest);
    if (!identity) continue;
    const found = byController.get(identity.serviceAccount) ?? { identity, objects: [] };
    found.objects.push(manifest);
    byController.set(identity.serviceAccount, found);
  }
  const controllers = [...byController].map(([name, { identity, objects }]): Controller => {
    const kinds = [...new Set(objects.map(physicalKeyOf))].sort();
    const scope = {
      environment,
      regions: regionsOf(objects, environment),
      arns: [...new Set([...objects, ...roles].flatMap((object) => knownArnOf(object, environment) ?? []))].sort(),
    };
    return { ...identity, name, kinds, isWebIdentity: false, policy: policyOf(name, kinds, scope, grants) };
  });
  return [...controllers, ...helmControllersIn(manifests, environment)].sort(byName);
}

function controllerOf(manifest: Manifest): ControllerIdentity | undefined {
  const [, service = '', family] = /^([^.]+)\.(services\.k8s\.aws|aws\.m\.upbound\.io)$/.exec(groupOf(manifest)) ?? [];
  // configuration of the providers themselves: ProviderConfig, ClusterProviderConfig
  if (family === undefined || manifest.kind.endsWith('ProviderConfig')) return undefined;
  return family === 'services.k8s.aws' ? ackController(service) : crossplaneProvider(service);
}

function regionsOf(objects: readonly Manifest[], { region }: Environment): string[] {
  const regions = objects.map((object) => {
    const own = physicalFieldsOf(object)['region'] ?? annotationOf(object, ACK_REGION);
    return typeof own === 'string' ? own : region;
  });
  return [...new Set(regions)].sort();
}

function knownArnOf(manifest: Manifest, environment: Environment): string | undefined {
  const arn = arnOf(manifest, environment) ?? arnPatternOf(manifest, environment);
  // kro fills in what only AWS can tell, when the role is long there
  return arn?.replaceAll(/\$\{[^}]*\}/g, '*');
}

function grantsOf(manifests: readonly Manifest[], { outputs }: Environment): Grants {
  const ofKind = (kind: string) => manifests.filter((manifest) => physicalKeyOf(manifest) === kind);
  const roles = ofKind(ROLE).map(physicalFieldsOf);
  const entries = ofKind('eks.services.k8s.aws/AccessEntry').map(physicalFieldsOf);
  return {
    boundary: outputs.permissionsBoundary,
    managedPolicies: texts(roles.flatMap((role) => role['policies'] ?? [])),
    accessEntryTypes: texts(entries.map((entry) => entry['type'] ?? 'STANDARD')),
    accessPolicies: texts(
      entries
        .flatMap((entry) => (entry['accessPolicies'] ?? []) as Record<string, unknown>[])
        .map((policy) => policy['policyARN']),
    ),
  };
}

function texts(values: readonly unknown[]): string[] {
  return [...new Set(values.filter((value) => typeof value === 'string'))].sort();
}
