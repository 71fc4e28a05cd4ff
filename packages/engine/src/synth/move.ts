import type { Manifest, SynthChart, SynthObject } from '../manifests';

/**
 * The charts without the objects that `isMoved` names, and these in charts of their own in `application`:
 * `staging/controllers/ack` leaves them to `staging/argocd/controllers-ack`.
 */
export function moveTo(
  application: string,
  charts: readonly SynthChart[],
  isMoved: (manifest: Manifest) => boolean,
): SynthChart[] {
  const split = charts.flatMap(({ path, objects }): SynthChart[] => {
    const [environment, ...rest] = path.split('/');
    const of = (moved: boolean): SynthObject[] => objects.filter(({ manifest }) => isMoved(manifest) === moved);
    return [
      { path, objects: of(false) },
      {
        path: `${environment}/${application}/${rest.join('-')}`,
        source: `charts/${rest.join('/')}.ts`,
        objects: of(true),
      },
    ];
  });
  return split.filter(({ objects }) => objects.length > 0);
}
