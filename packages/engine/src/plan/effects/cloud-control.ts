import type { Manifest } from '../../manifests';
import { read } from '../../manifests';
import fixed from '../cloudformation.json';
import type { Difference } from '../compare/differences';
import type { Verdict } from '../model';
import { reviewed } from '../reviewed';
import { cloudFormationPage, longestMatch } from './kind-facts';

/** The kind through which Crossplane makes what it has no kind for. */
export const CLOUD_CONTROL = 'cloudcontrol.aws.m.upbound.io/Resource';

const STATE = 'spec.forProvider.desiredState';
const GUIDE = 'https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/resource-operations-update.html';
const types = fixed as Readonly<Record<string, readonly string[]>>;

/** What Cloud Control does with a change of its resource: by the properties inside its state. */
export function cloudControlVerdict(manifest: Manifest, { path, from, to }: Difference): Verdict {
  const type = String(read(manifest, 'spec.forProvider.typeName'));
  if (path === 'spec.forProvider.typeName' || path === 'spec.forProvider.typeVersionId')
    return replaced('another type is another AWS object', GUIDE);
  if (!path.startsWith(STATE))
    return { effect: 'update', reason: 'how Cloud Control is asked; nothing in AWS changes by it', source: GUIDE };
  const property = path.slice(STATE.length).replace(/^\./, '');
  const fieldEffect = longestMatch(reviewed[type], property)?.value;
  const said = typeof fieldEffect === 'function' ? fieldEffect(from, to) : fieldEffect;
  if (said) return said;
  const known = types[type];
  if (!known)
    return {
      effect: 'update',
      reason: `AWS's data do not know ${type}: what cannot be changed in place is not known`,
      source: GUIDE,
    };
  const match = longestMatch(Object.fromEntries(known.map((name) => [name.replace(/\?$/, ''), name])), property);
  const page = cloudFormationPage(type, property.replace(/\[\w+\]/g, ''));
  if (!match)
    return { effect: 'update', reason: `AWS changes ${property || 'its state'} of ${type} in place`, source: page };
  if (match.value.endsWith('?'))
    return {
      effect: 'disrupt',
      reason: `AWS interrupts or replaces the object when ${property} changes, depending on its values`,
      source: page,
    };
  return replaced(`AWS cannot change ${match.field} of ${type}`, page);
}

function replaced(why: string, source: string): Verdict {
  return {
    effect: 'replace',
    reason: `${why}: Crossplane refuses the whole update (it requires replacing), Synced=False; nothing in AWS changes until it is put back`,
    source,
  };
}
