import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import platform from '../platform';

/**
 * Which kinds each check of `argocd/health` is for, as Argo CD matches them: group and kind, `*` for any part. Two
 * patterns must not fit one kind: which of them wins is left to chance
 * (https://github.com/argoproj/argo-cd/blob/v3.4.4/util/lua/lua.go, `getWildcardHealthOverrideLua`).
 */
export const HEALTH_CHECKS: Readonly<Record<string, readonly string[]>> = {
  ack: ['*.services.k8s.aws/*'],
  'ack-core': ['services.k8s.aws/*'],
  application: ['argoproj.io/Application'],
  'crossplane-aws': ['*.aws.m.upbound.io/*'],
  'crossplane-core': ['apiextensions.crossplane.io/ManagedResourceActivationPolicy', 'pkg.crossplane.io/Provider'],
  kro: ['kro.run/ResourceGraphDefinition', `wiring.${platform.domain}/*`],
  monitor: ['monitoring.coreos.com/PodMonitor', 'monitoring.coreos.com/ServiceMonitor'],
};

/**
 * `resource.customizations` of argocd-cm, the only key that takes patterns
 * (https://argo-cd.readthedocs.io/en/release-3.4/operator-manual/health/#way-1-define-a-custom-health-check-in-argocd-cm-configmap),
 * from the files of the repository at `root`.
 */
export function healthCustomizations(root: string): string {
  return Object.entries(HEALTH_CHECKS)
    .flatMap(([name, kinds]) => {
      const script = readFileSync(join(root, 'argocd', 'health', `${name}.lua`), 'utf8').trimEnd();
      return kinds.map((kind) => `"${kind}":\n  health.lua: |\n${indented(script, 4)}\n`);
    })
    .join('');
}

function indented(text: string, spaces: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(spaces));
}
