import type { Made } from '@aws-platform/engine/synth';
import type { Construct } from 'constructs';
import { PlatformApplication } from '../charts/platform-application';
import type { Environment } from '../environments';
import { Applications } from './applications';
import { ARGOCD, ARGOCD_NAMESPACE, foldersOf } from './folder';
import { healthCustomizations } from './health';
import { ignoredLateInitializedFields } from './late-initialized-fields';
import { Managed } from './managed';
import { Projects } from './projects';
import { Self } from './self';

/**
 * Argo CD's own objects, derived from the application folders: a project and an Application each, and the root. Its
 * health checks are files of the repository at `root`.
 */
export function argocd(scope: Construct, environment: Environment, { charts, root }: Made): PlatformApplication {
  const folders = foldersOf(scope, charts);
  const own = new PlatformApplication(scope, ARGOCD, "Argo CD's own projects and Applications");
  const ownKinds = ['Application', 'AppProject'].map((kind) => ({
    group: 'argoproj.io',
    kind,
    namespace: ARGOCD_NAMESPACE,
    specs: [],
  }));
  const { manages, managedBy } = environment.argocd;
  new Projects(own, 'projects', environment, [
    ...(managedBy ? [] : [{ name: ARGOCD, description: own.description, kinds: ownKinds }]),
    ...folders,
  ]);
  new Applications(own, 'applications', environment, folders);
  if (manages) new Managed(own, 'managed', environment);
  if (managedBy) return own;
  new Self(own, 'installation', environment, {
    // which fields git leaves out is known of this environment alone; server-side diff does without
    ...(manages ? {} : ignoredLateInitializedFields(folders.flatMap(({ kinds }) => kinds))),
    'resource.customizations': healthCustomizations(root),
  });
  return own;
}
