import { is, kinds } from '../../aws';
import type { Rule } from '../rule';
import { brokenOf } from './demands';

export const instanceMetadata: Rule = {
  id: 'instance-metadata',
  group: 'policy',
  reason: "Version 1 of the metadata service hands a node's credentials to whoever can make it fetch a URL.",
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html',
  *check(tree) {
    for (const [kind, field] of [
      [kinds.ec2.instance, 'metadataOptions.httpTokens'],
      [kinds.ec2.launchTemplate, 'data.metadataOptions.httpTokens'],
      [kinds.cluster.ec2NodeClass, 'metadataOptions.httpTokens'],
    ] as const)
      yield* brokenOf(tree, kind, [is(field, 'required')]);
  },
};
