import { kroObjectsIn } from '../../src/kro/objects';
import { isRecord, read } from '../../src/manifests/fields';
import { kindKey, type Manifest } from '../../src/manifests/manifest';
import { readManifests } from '../../src/manifests/read';
import fixed from '../../src/plan/cloudformation.json';
import { kindFactsOf, longestMatch } from '../../src/plan/effects/kind-facts';
import { reviewed } from '../../src/plan/reviewed';
import { familyOf } from '../../src/references/family';
import { SAMPLE_DIST } from '../engine';

const written = readManifests(SAMPLE_DIST);
const objects = [...written, ...kroObjectsIn(written).map(({ manifest }) => manifest)].filter(
  (manifest) => familyOf(manifest) !== 'kubernetes' && !manifest.apiVersion.startsWith('aws.m.'),
);

/** A field of the AWS object whose change neither AWS's data nor the reviewed table explains. */
function* unexplained(manifest: Manifest): Generator<string> {
  const key = kindKey(manifest);
  const type = read(manifest, 'spec.forProvider.typeName');
  if (key === 'cloudcontrol.aws.m.upbound.io/Resource') {
    if (!Object.hasOwn(fixed, String(type))) yield `${key} ${type}`;
    return;
  }
  const spec = familyOf(manifest) === 'ack' ? manifest['spec'] : read(manifest, 'spec.forProvider');
  const facts = kindFactsOf(key);
  const forced = Object.fromEntries((facts?.forceNew ?? []).map((field) => [field, true]));
  for (const field of Object.keys(isRecord(spec) ? spec : {}))
    if (
      field !== 'region' &&
      ![reviewed[key], facts?.fields, forced].some((table) => longestMatch<unknown>(table, field))
    )
      yield `${key} ${field}`;
}

describe('what plan knows', () => {
  test('GIVEN every field of every AWS object of dist WHEN it is looked up THEN AWS data or the reviewed table says what its change does', () => {
    expect([...new Set(objects.flatMap((manifest) => [...unexplained(manifest)]))].sort()).toEqual([]);
  });

  test('GIVEN a kind that no table knows WHEN its fields are looked up THEN they are found', () => {
    const manifest = { ...objects[0]!, apiVersion: 'new.services.k8s.aws/v1alpha1', spec: { one: 1 } };
    expect([...unexplained(manifest)]).toEqual([`new.services.k8s.aws/${manifest.kind} one`]);
  });

  test('GIVEN the reviewed table WHEN its verdicts are read THEN each has a reason and an https source', () => {
    const poor = Object.entries(reviewed).flatMap(([kind, fields]) =>
      Object.entries(fields).flatMap(([field, judge]) => {
        const verdicts =
          typeof judge === 'function'
            ? [judge('2', '1'), judge('1', '2'), judge(undefined, true), judge(true, undefined)]
            : [judge];
        return verdicts
          .filter((one) => one && (one.reason.length < 10 || !one.source.startsWith('https://')))
          .map(() => `${kind} ${field}`);
      }),
    );
    expect(poor).toEqual([]);
  });
});
