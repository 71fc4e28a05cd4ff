import { awsNameOf, hasAlarms, knownOf } from '@aws-platform/engine/aws';
import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** An object of a kind that has alarms. */
export interface AlarmedObject {
  /** Knows what AWS tells later. */
  readonly producer: ApiObject;
  readonly application: string;
}

/** Of Cloud Control's objects only their manifest tells what they are. */
const CLOUD_CONTROL = 'cloudcontrol.aws.m.upbound.io/Resource';

/**
 * The objects below a construct that may have alarms. One that stands twice is told of once:
 * synth refuses it, and says where both are.
 */
export function alarmedObjects(root: IConstruct): AlarmedObject[] {
  const byName = new Map<string, ApiObject>();
  for (const object of apiObjects(root)) {
    const key = keyOf(object);
    const name = nameOf(key, object.name);
    if ((mayHaveAlarms(key) || key === CLOUD_CONTROL) && !byName.has(name)) byName.set(name, object);
  }
  return [...byName.values()].map((producer) => ({
    producer,
    application: producer.chart.node.scope!.node.id,
  }));
}

function mayHaveAlarms(key: string): boolean {
  const known = knownOf(key);
  return known !== undefined && hasAlarms(known);
}

/** What an object is called in AWS, by its kind and its name in Kubernetes. */
export function nameIn(objects: readonly AlarmedObject[]): (kind: string, name: string) => string {
  const producers = new Map(objects.map(({ producer }) => [nameOf(keyOf(producer), producer.name), producer]));
  return (kind, name) => {
    const found = producers.get(nameOf(kind, name));
    return (found && awsNameOf(found.toJson())) ?? name;
  };
}

function nameOf(kind: string, name: string): string {
  return `${kind} ${name}`;
}

function apiObjects(root: IConstruct): ApiObject[] {
  return root.node.findAll().filter((construct) => construct instanceof ApiObject);
}

function keyOf({ apiGroup, kind }: ApiObject): string {
  return `${apiGroup}/${kind}`;
}
