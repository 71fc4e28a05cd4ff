import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Boundary } from './iam/statement';

/** A finding of cdk-nag's that is as it should be, and why. */
export interface NagAcknowledgement {
  /** `AwsSolutions-IAM4[Policy::…]`: one finding, not the whole rule. */
  readonly id: string;
  readonly because: string;
}

export function acknowledge(construct: IConstruct, acknowledgements: readonly NagAcknowledgement[]): void {
  for (const { id, because } of acknowledgements) Validations.of(construct).acknowledge({ id, reason: because });
}

/** Policies that AWS keeps, on the roles below a construct: `because` says why not one of our own. */
export function acknowledgeManaged(construct: IConstruct, policies: readonly string[], because: string): void {
  acknowledge(
    construct,
    policies.map((policy) => ({
      id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`,
      because,
    })),
  );
}

/** The wildcards in the resources of a generated policy: it is as narrow as IAM lets it be. */
export function acknowledgePolicy(construct: IConstruct, { Statement }: Boundary): void {
  const wide = new Set(Statement.flatMap(({ Resource = [] }) => Resource).filter((resource) => resource.includes('*')));
  acknowledge(
    construct,
    [...wide].map((resource) => ({
      id: `AwsSolutions-IAM5[Resource::${resource}]`,
      because:
        resource === '*'
          ? 'IAM knows no resource for these actions; where they have a region, it is given'
          : 'objects of one type in this account and region, by the prefix of their names where AWS has not made up an id',
    })),
  );
}
