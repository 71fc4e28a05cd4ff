import type { Construct } from 'constructs';
import { PlatformChart } from '../charts/platform-chart';
import { Landing } from '../constructs/core/landing';
import type { Environment } from '../environments';
import { AppProject, type AppProjectSpecSyncWindows } from '../imports/argoproj.io';
import {
  type ApplicationFolder,
  ARGOCD,
  ARGOCD_NAMESPACE,
  argocdName,
  destinationOf,
  type HeldKind,
  namespacesOf,
} from './folder';

/**
 * A project per application folder: it allows the kinds and namespaces that the folder holds, and nothing else, when
 * nothing is frozen.
 */
export class Projects extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment, folders: readonly ApplicationFolder[]) {
    super(scope, id, environment, ARGOCD_NAMESPACE);
    const landing = Landing.of(this);
    const { denyWindows } = environment.argocd;
    for (const { name, description, kinds } of folders)
      new AppProject(this, name, {
        metadata: { name: argocdName(landing, name) },
        spec: {
          description,
          sourceRepos: [environment.repository.url],
          destinations: namespacesOf(kinds).map((namespace) => ({ ...destinationOf(landing), namespace })),
          clusterResourceWhitelist: allowed(kinds.filter(({ namespace }) => namespace === undefined)),
          namespaceResourceWhitelist: allowed(kinds.filter(({ namespace }) => namespace !== undefined)),
          // what ends a freeze comes by Argo CD's own Application
          ...(name !== ARGOCD && denyWindows.length > 0 && { syncWindows: denyWindows.map(denyWindow) }),
        },
      });
  }
}

/** https://argo-cd.readthedocs.io/en/release-3.4/user-guide/sync_windows/ */
function denyWindow({
  schedule,
  hours,
  timeZone,
}: Environment['argocd']['denyWindows'][number]): AppProjectSpecSyncWindows {
  return { kind: 'deny', schedule, duration: `${hours}h`, timeZone, applications: ['*'], manualSync: true };
}

function allowed(kinds: readonly HeldKind[]): { group: string; kind: string }[] {
  const byKey = new Map(kinds.map(({ group, kind }) => [`${group}/${kind}`, { group, kind }]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind);
}
