import { basename } from 'node:path';
import { type Synthesis, synthesize, writeDist } from '@aws-platform/engine/synth';
import { argocd } from './argocd';
import { moveToHub } from './argocd/hub';
import { applications } from './charts';
import { controllers } from './charts/controllers';
import { type Environment, loadEnvironments } from './environments';
import platform from './platform';

/**
 * How the manifests come to be, in this order: the charts, the controllers that they need, and Argo CD, which syncs all
 * of it.
 */
export const synthesis: Synthesis<Environment> = {
  platform,
  loadEnvironments,
  charts: applications,
  derive: controllers,
  arrange: moveToHub,
  sync: argocd,
};

// when it is the program: cdk8s.yaml's `app`, to which the stock cdk8s CLI says where to write
if (basename(process.argv[1] ?? '') === 'main.ts') {
  const root = process.cwd();
  const files = synthesize(synthesis, { root, environments: loadEnvironments(root) });
  writeDist(process.env['CDK8S_OUTDIR'] ?? 'dist', files);
}
