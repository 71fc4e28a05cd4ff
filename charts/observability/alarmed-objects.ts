import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { alarmedKinds, type Manifest } from '../../lib/aws/alarms';
import { awsNameOf } from '../../lib/aws/physical';

/** An object of a kind that has alarms. */
export interface AlarmedObject {
  /** Knows what AWS tells later. */
  readonly producer: ApiObject;
  readonly manifest: Manifest;
  readonly application: string;
}

/** Of Cloud Control's objects only their manifest tells what they are. */
const CLOUD_CONTROL = 'cloudcontrol.aws.m.upbound.io/Resource';

/** The objects below a construct that may have alarms. Their manifests still hold the tokens of late values. */
export function alarmedObjects(tree: IConstruct): AlarmedObject[] {
  return apiObjects(tree)
    .filter((object) => keyOf(object) in alarmedKinds || keyOf(object) === CLOUD_CONTROL)
    .map((producer) => ({ producer, manifest: producer.toJson(), application: producer.chart.node.scope!.node.id }));
}

/** What an object is called in AWS, by its kind and its name in Kubernetes. */
export function nameIn(objects: readonly AlarmedObject[]): (kind: string, name: string) => string {
  return (kind, name) => {
    const found = objects.find(({ producer }) => keyOf(producer) === kind && producer.name === name);
    return (found && awsNameOf(found.manifest)) ?? name;
  };
}

function apiObjects(tree: IConstruct): ApiObject[] {
  return tree.node.findAll().filter((construct) => construct instanceof ApiObject);
}

function keyOf({ apiGroup, kind }: ApiObject): string {
  return `${apiGroup}/${kind}`;
}
