import { resourcesOf } from '../../kro';
import { groupOf, type Manifest } from '../../manifests';
import type { Mention } from '../mention';

/** What a kro graph reads. Without a namespace kro looks in the instance's, which the graph alone does not tell. */
export function resourceGraphMentions(graph: Manifest): Mention[] {
  return resourcesOf(graph).flatMap(({ externalRef, path }): Mention[] => {
    if (!externalRef || externalRef.name.includes('${')) return [];
    const { apiVersion, kind, name, namespace } = externalRef;
    const group = groupOf({ apiVersion, kind, metadata: { name } });
    return [{ by: 'name', kinds: [`${group}/${kind}`], name, namespace, path: `${path}.externalRef`, needed: true }];
  });
}
