import { ALARMED_POLICY } from '@aws-platform/engine/aws';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { exception } from './exception';

/** Says that nobody has to be told when something is wrong with an object, and why: then it gets no alarms. */
export function unalarmed(owner: Construct, because: string): void {
  const resource = ApiObject.of(owner.node.tryFindChild('Resource') ?? owner);
  for (const [key, value] of Object.entries(exception(ALARMED_POLICY, because, `${owner.node.path}: unalarmed`)))
    resource.metadata.addAnnotation(key, value);
}
