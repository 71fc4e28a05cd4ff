import type { Construct } from 'constructs';
import * as ecr from '../../imports/ecr.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { policyJson } from '../core/policy-document';
import type { StatefulProps } from '../core/removal';
import { tagList } from '../core/tags';
import { type ImageRules, imageRuleProblems, lifecycleJson } from './lifecycle-policy';
import { ownAccountOnly, REPOSITORY_NAME, registryOf } from './registry';

/** Bounds: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html */
export interface ImageRepositoryProps extends StatefulProps {
  /** Which images go, and when. */
  readonly lifecycle: ImageRules;
}

const KIND = 'ecr.services.k8s.aws/Repository';

/**
 * A repository of images: a tag, once pushed, stays what it is, every image is scanned as it arrives, encrypted with
 * the storage key; never deleted with its manifest. Nobody of another account reaches it.
 */
export class ImageRepository extends AwsObject {
  readonly arn: string;
  /** What images are named before their tag: `123456789012.dkr.ecr.us-east-1.amazonaws.com/web`. */
  readonly uri: string;

  constructor(scope: Construct, id: string, { lifecycle, removal }: ImageRepositoryProps) {
    super(scope, id);
    this.requireMatch(
      'repository name',
      this.awsName,
      REPOSITORY_NAME,
      '2 to 256 lower-case letters and digits, with . _ __ - or / between them',
    );
    for (const problem of imageRuleProblems(lifecycle)) this.fail(problem);
    const { account, region, keys } = this.landing;
    this.arn = this.arnFor(KIND);
    this.uri = `${registryOf(account, region)}/${this.awsName}`;

    new ecr.Repository(this, 'Resource', {
      metadata: this.statefulAckMetadata({ removal }),
      spec: {
        name: this.awsName,
        // written out because the controller takes over what AWS answers
        registryId: account,
        imageTagMutability: 'IMMUTABLE',
        // where the registry scans by a rule of its own, that one counts
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfiguration: { encryptionType: 'KMS', kmsKey: keys.storage },
        lifecyclePolicy: lifecycleJson(lifecycle),
        policy: policyJson([ownAccountOnly(account)]),
        tags: tagList(this.statefulTags),
      },
    });
  }
}
