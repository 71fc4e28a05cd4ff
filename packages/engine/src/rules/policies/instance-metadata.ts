import type { Rule } from '../rule';
import { brokenFieldRules } from './field-rule';

export const instanceMetadata: Rule = {
  id: 'instance-metadata',
  group: 'policy',
  reason: "Version 1 of the metadata service hands a node's credentials to whoever can make it fetch a URL.",
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html',
  check: (tree) =>
    brokenFieldRules(tree, {
      'ec2.services.k8s.aws/Instance': [{ path: 'spec.metadataOptions.httpTokens', must: { equal: 'required' } }],
      'ec2.services.k8s.aws/LaunchTemplate': [
        { path: 'spec.data.metadataOptions.httpTokens', must: { equal: 'required' } },
      ],
      'karpenter.k8s.aws/EC2NodeClass': [{ path: 'spec.metadataOptions.httpTokens', must: { equal: 'required' } }],
    }),
};
