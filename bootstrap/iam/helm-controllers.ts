import { physicalFieldsOf } from '@aws-platform/engine/aws';
import { InputError } from '@aws-platform/engine/errors';
import { kindKey, type Manifest } from '@aws-platform/engine/manifests';
import type { Environment } from '../../environments';
import type { Controller } from './controllers';
import { MAX_INLINE_SIZE, sizeOf } from './statement';
import { helmControllers } from './tables/helm-controllers';

/** The controllers that come by Helm and make no objects of AWS's kinds: each when an Application has its chart. */
export function helmControllersIn(manifests: readonly Manifest[], environment: Environment): Controller[] {
  const charts = new Set(manifests.flatMap(chartsOf));
  return helmControllers
    .filter(({ chart, isNeeded = () => true }) => charts.has(chart) && isNeeded(environment))
    .map(({ chart, name, namespace, serviceAccount, isWebIdentity = false, statements }) => {
      const policy = { Version: '2012-10-17', Statement: statements(environment) } as const;
      const size = sizeOf(policy);
      if (size > MAX_INLINE_SIZE)
        throw new InputError(`${name}: its policy has ${size} characters, at most ${MAX_INLINE_SIZE} are allowed`);
      return { name, namespace, serviceAccount, isWebIdentity, kinds: [`chart ${chart}`], policy };
    });
}

function chartsOf(manifest: Manifest): string[] {
  if (kindKey(manifest) !== 'argoproj.io/Application') return [];
  const { source, sources = [] } = physicalFieldsOf(manifest) as { source?: Source; sources?: Source[] };
  return [source, ...sources].flatMap((one) => one?.chart?.split('/').at(-1) ?? []);
}

interface Source {
  /** `karpenter/karpenter` where the registry is OCI. */
  readonly chart?: string;
}

export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
