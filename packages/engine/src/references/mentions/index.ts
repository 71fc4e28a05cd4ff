import { isResourceGraph } from '../../kro';
import type { Manifest } from '../../manifests';
import { familyOf } from '../family';
import type { Mention } from '../mention';
import { visit } from '../visit';
import { arnMentions } from './arns';
import { awsReferenceMentions } from './aws-references';
import { customMentions } from './custom';
import { kubernetesMentions } from './kubernetes';
import { resourceGraphMentions } from './resource-graph';

/** Everything that a manifest says of other objects. */
export function mentionsOf(manifest: Manifest): Mention[] {
  if (isResourceGraph(manifest)) return resourceGraphMentions(manifest);
  const mentions: Mention[] = [];
  const readReferences = familyOf(manifest) === 'kubernetes' ? kubernetesMentions : awsReferenceMentions;
  visit(manifest, (field) => {
    if (typeof field.value === 'string') mentions.push(...arnMentions(field));
    mentions.push(...readReferences(manifest, field), ...customMentions(manifest, field));
  });
  return mentions;
}
