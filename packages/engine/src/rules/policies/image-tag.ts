import type { Tree } from '../../relations';
import type { Problem, Rule } from '../rule';
import { workloadsIn } from './workloads';

export const imageTag: Rule = {
  id: 'image-tag',
  group: 'policy',
  reason: 'An image without a tag, or with the tag latest, is another one tomorrow, on some nodes.',
  link: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  for (const { object, containers } of workloadsIn(tree))
    for (const { path, fields } of containers) {
      const image = fields['image'];
      if (typeof image !== 'string' || image.includes('@sha256:')) continue;
      const tag = /:([^/:]+)$/.exec(image)?.[1];
      if (tag === undefined || tag === 'latest')
        yield {
          object,
          path: `${path}.image`,
          message: `'${image}' has ${tag ? 'the tag latest' : 'no tag'}; name a version, with its digest where it is known`,
        };
    }
}
