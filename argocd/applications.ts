import type { Construct } from 'constructs';
import { PlatformChart } from '../charts/platform-chart';
import { NEVER_PRUNED } from '../constructs/core/annotations';
import { Landing } from '../constructs/core/landing';
import type { Environment } from '../environments';
import { Application, type ApplicationSpecSyncPolicy } from '../imports/argoproj.io';
import { type ApplicationFolder, ARGOCD, ARGOCD_NAMESPACE, argocdName, destinationOf, namespacesOf } from './folder';

/** Brings the controllers, without which nothing else can become healthy. */
const CONTROLLERS = 'controllers';
/** Of its Application; all others come later. */
const CONTROLLERS_WAVE = '1';
/** Of all others. The root's own Application is among them: in any wave but the last it would wait for its own end. */
const LAST_WAVE = '2';

/** https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/ */
const SYNC_OPTIONS = [
  // CRDs may exceed what client-side apply can keep in an annotation; field owners are told apart
  'ServerSideApply=true',
  // an object may stand beside the controller that brings its CRD
  'SkipDryRunOnMissingResource=true',
  // ACK has a known defect with foreground cascades (https://github.com/aws-controllers-k8s/community/issues/1759)
  'PrunePropagationPolicy=background',
  'PruneLast=true',
  // two Applications that own one object would fight over it
  'FailOnSharedResource=true',
  'ApplyOutOfSyncOnly=true',
];

const SERVER_SIDE_DIFF = { 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true' };

/**
 * An Application per application folder, and the root Application, which syncs these and itself; of a managed
 * environment the hub has the root.
 */
export class Applications extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment, folders: readonly ApplicationFolder[]) {
    super(scope, id, environment, ARGOCD_NAMESPACE);
    for (const problem of problemsOf(environment, folders)) this.node.addValidation({ validate: () => [problem] });
    if (!environment.argocd.managedBy)
      this.application('root', ARGOCD, {
        isProtected: true,
        syncPolicy: automatic,
        namespace: ARGOCD_NAMESPACE,
        wave: LAST_WAVE,
      });
    for (const { name, kinds } of folders) {
      const isManuallyPruned = environment.argocd.manualPrune.includes(name);
      this.application(name, name, {
        // without its controllers nothing could be deleted any more
        isProtected: isManuallyPruned || name === CONTROLLERS,
        syncPolicy: isManuallyPruned ? manualPrune : automatic,
        namespace: namespacesOf(kinds)[0]!,
        wave: name === CONTROLLERS ? CONTROLLERS_WAVE : LAST_WAVE,
      });
    }
  }

  private application(name: string, folder: string, options: ApplicationOptions): void {
    const { repository } = this.environment;
    const landing = Landing.of(this);
    const { isProtected, syncPolicy, namespace, wave } = options;
    new Application(this, name, {
      metadata: {
        name: argocdName(landing, name),
        annotations: {
          ...SERVER_SIDE_DIFF,
          ...(isProtected && NEVER_PRUNED),
          'argocd.argoproj.io/sync-wave': wave,
        },
        // takes along what the Application made, in the background; a protected one leaves everything in place
        finalizers: isProtected ? [] : ['resources-finalizer.argocd.argoproj.io/background'],
      },
      spec: {
        project: argocdName(landing, folder),
        source: {
          repoUrl: repository.url,
          targetRevision: repository.revision,
          path: `dist/${this.environment.name}/${folder}`,
        },
        destination: { ...destinationOf(landing), namespace },
        syncPolicy,
        revisionHistoryLimit: 10,
      },
    });
  }
}

function* problemsOf(environment: Environment, folders: readonly ApplicationFolder[]): Generator<string> {
  const { manualPrune, developersSync } = environment.argocd;
  const names = folders.map(({ name }) => name);
  for (const [field, applications] of Object.entries({ manualPrune, developersSync }))
    for (const name of applications)
      if (!names.includes(name)) yield `argocd.${field}: there is no application '${name}', only ${names.join(', ')}`;
  if (manualPrune.includes(CONTROLLERS)) yield `argocd.manualPrune: '${CONTROLLERS}' has to sync by itself`;
}

interface ApplicationOptions {
  /** Argo CD neither prunes the Application nor deletes its objects with it. */
  readonly isProtected: boolean;
  readonly syncPolicy: ApplicationSpecSyncPolicy;
  /** Of objects that name none; one that the project permits, or Argo CD refuses the Application. */
  readonly namespace: string;
  readonly wave: string;
}

const retry = { limit: 5, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } };
const automatic: ApplicationSpecSyncPolicy = {
  automated: { prune: true, selfHeal: true },
  syncOptions: SYNC_OPTIONS,
  retry,
};
const manualPrune: ApplicationSpecSyncPolicy = {
  automated: { prune: false, selfHeal: false },
  syncOptions: SYNC_OPTIONS,
  retry,
};
