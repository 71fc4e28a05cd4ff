import { BOOTSTRAP_PATH, formatArn, partitionOf, SPENDING_FREEZE } from '@aws-platform/engine/aws';
import type { EnvironmentData } from '../../environments';

/** What names of the bootstrap's own things are made of. */
export type NamePlace = Pick<EnvironmentData, 'account' | 'region' | 'namePrefix'>;

/** Of the boundary of the roles that charts write. */
export function boundaryName({ namePrefix }: Pick<NamePlace, 'namePrefix'>): string {
  return `${namePrefix}platform-boundary`;
}

/** Of the boundary of everything in the cluster that the bootstrap gives a role. */
export function controllersBoundaryName({ namePrefix }: Pick<NamePlace, 'namePrefix'>): string {
  return `${namePrefix}platform-controllers-boundary`;
}

/** Of the policy that a spent budget attaches. */
export function freezeName({ namePrefix }: Pick<NamePlace, 'namePrefix'>): string {
  return `${namePrefix}${SPENDING_FREEZE}`;
}

/** The ARN of the roles' boundary, which roles in dist name before it exists. */
export function boundaryArn(place: NamePlace): string {
  return bootstrapArn('policy', boundaryName(place), place);
}

export function controllersBoundaryArn(place: NamePlace): string {
  return bootstrapArn('policy', controllersBoundaryName(place), place);
}

export function freezeArn(place: NamePlace): string {
  return bootstrapArn('policy', freezeName(place), place);
}

/** Of a role of the bootstrap's, by its whole name. */
export function bootstrapRoleArn(name: string, place: NamePlace): string {
  return bootstrapArn('role', name, place);
}

function bootstrapArn(type: 'policy' | 'role', name: string, { account, region }: NamePlace): string {
  return formatArn({
    partition: partitionOf(region),
    service: 'iam',
    region: '',
    account,
    resource: `${type}${BOOTSTRAP_PATH}${name}`,
  });
}
