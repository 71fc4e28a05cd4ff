import { Duration } from 'cdk8s';
import type { ImageRule } from '../../../constructs/ecr/lifecycle-policy';

export const untagged: ImageRule = { images: 'untagged', expire: { after: Duration.days(7) } };
export const lifecycle = { untagged };
