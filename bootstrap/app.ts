import { join } from 'node:path';
import { readManifests } from '@aws-platform/engine/manifests';
import { App } from 'aws-cdk-lib';
import type { Environment } from '../environments';
import { acknowledge, type NagAcknowledgement } from './acknowledgements';
import { ArgoCdStack } from './argocd-stack';
import { ClusterStack } from './cluster';
import { ControllersStack } from './controllers-stack';
import { Dr } from './dr';
import { Foundation } from './foundation';

/** https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/cx-api/FEATURE_FLAGS.md */
const VALIDATION = '@aws-cdk/core:validateAgainstDefaultRules';

const APP_WIDE: readonly NagAcknowledgement[] = [
  {
    id: 'CloudFormation-Validate::W3010',
    because: 'the availability zones are part of the architecture: subnets, nodes and databases are laid out by them',
  },
  {
    id: 'CloudFormation-Validate::W9009',
    because: 'EKS has no other field for the key of its Secrets: the name `Resources` is what the API calls the list',
  },
];

export interface BootstrapOptions {
  /** The repository, which holds dist. */
  readonly root: string;
  readonly environment: Environment;
  /** Where the templates go. @default a folder of the CDK's own */
  readonly outdir?: string;
  /** Whether CDK holds the templates against CloudFormation's own rules, which takes seconds. @default true */
  readonly validate?: boolean;
}

/** The bootstrap of one environment. It asks AWS nothing: templates follow from the environment and dist alone. */
export function bootstrapApp({ root, environment, outdir, validate = true }: BootstrapOptions): App {
  const app = new App({
    outdir,
    analyticsReporting: false,
    treeMetadata: false,
    stackTraces: false,
    context: { [VALIDATION]: validate },
  });
  acknowledge(app, APP_WIDE);
  const manifests = readManifests(join(root, 'dist', environment.name));
  const foundation = new Foundation(app, environment);
  const dr = new Dr(app, environment);
  dr.addStackDependency(foundation);
  const cluster = new ClusterStack(app, environment, foundation);
  const controllers = new ControllersStack(app, environment, manifests);
  controllers.addStackDependency(cluster);
  // Pods get their roles when they start: the associations come first
  if (!environment.argocd.managedBy)
    new ArgoCdStack(app, environment, cluster, manifests).addStackDependency(controllers);
  return app;
}
