import { join } from 'node:path';
import { pending, pendingArn, pendingName } from '../charts/pending';
import { environments } from '../environments';
import { loadEnvironments } from '../lib/environment/load';
import { Objects } from '../lib/graph/objects';
import { carriedIn } from '../lib/kro/carried';
import type { Manifest } from '../lib/manifests/manifest';
import { readManifests } from '../lib/manifests/read';
import { ROOT } from './repository';

const ARN = /arn:aws:[a-z0-9-]+:[a-z0-9-]*:\d{12}:[^\s"'\\]+/g;

describe.each(environments.map(({ name }) => name))('dist/%s', (name) => {
  const [environment] = loadEnvironments(ROOT, [name]);
  const manifests = readManifests(join(ROOT, 'dist', name));
  const annotationsOf = ({ metadata }: Manifest) => metadata.annotations ?? {};

  test("GIVEN ARNs of the account WHEN they are followed THEN each is an object of the tree, a bootstrap's output, or pending", () => {
    const objects = new Objects([...manifests, ...carriedIn(manifests).map(({ manifest }) => manifest)], environment!);
    const known = new Set([
      ...Object.values(environment!.outputs.keys),
      ...Object.values(environment!.outputs.dr.keys),
      ...Object.values(pending).flatMap((one) => (one.kind === '/Secret' ? [] : pendingArn(one, environment!))),
      `arn:aws:iam::${environment!.account}:oidc-provider/${environment!.outputs.oidcIssuer.slice('https://'.length)}`,
      ...environment!.messaging.eventSourceAccounts.map((account) => `arn:aws:iam::${account}:root`),
    ]);
    const isKnown = (arn: string) =>
      known.has(arn) || objects.meant({ by: 'arn', arn, path: '', needed: true }).length > 0;
    // an API calls a function by an address around its ARN
    const functionOf = (arn: string) => arn.replace(/(:function:[\w-]+)\/invocations$/, '$1');
    const dangling = manifests.flatMap((manifest) =>
      (JSON.stringify(manifest).match(ARN) ?? [])
        // every distribution and user pool, of which only AWS knows the ids
        .filter((arn) => !isKnown(functionOf(arn)) && !/:(?:distribution|userpool)\/\*$/.test(arn))
        .map((arn) => `${manifest.kind} ${manifest.metadata.name}: ${arn}`),
    );
    expect(dangling).toEqual([]);
  });

  test('GIVEN references WHEN sync waves are read THEN what is needed stands in an earlier wave', () => {
    const wave = (kind: string, object: string) =>
      Number(
        annotationsOf(manifests.find((one) => one.kind === kind && one.metadata.name === object)!)[
          'argocd.argoproj.io/sync-wave'
        ],
      );
    expect(wave('Queue', 'order-processing-dlq')).toBeLessThan(wave('Queue', 'order-processing'));
    expect(wave('Topic', 'user-events')).toBeLessThan(wave('Subscription', 'user-events-to-user-event-processing'));
    expect(wave('Queue', 'user-event-processing')).toBeLessThan(
      wave('Subscription', 'user-events-to-user-event-processing'),
    );
    expect(wave('Bus', 'application-events')).toBeLessThan(wave('Discoverer', 'application-events-discoverer'));
    expect(wave('Bucket', 'logs')).toBeLessThan(wave('Bucket', 'data-bucket'));
    expect(wave('FileSystem', 'platform')).toBeLessThan(wave('MountTarget', 'platform-in-us-east-1a'));
    expect(wave('BackupVault', 'platform-backup-dr')).toBeLessThan(
      wave('VaultLockConfiguration', 'platform-backup-dr-lock'),
    );
    expect(wave('BackupVault', 'platform-backup')).toBeLessThan(wave('BackupPlan', 'platform-backup-plan'));
    expect(wave('BackupPlan', 'platform-backup-plan')).toBeLessThan(
      wave('BackupSelection', 'platform-backup-selection'),
    );
    expect(wave('AppProject', 'messaging')).toBeLessThan(wave('Application', 'messaging'));
    expect(wave('Application', 'controllers')).toBeLessThan(wave('Application', 'messaging'));
  });
});

test('GIVEN the pending list WHEN dist is searched THEN an environment still needs every entry', () => {
  const everywhere = loadEnvironments(ROOT).map((environment) => ({
    environment,
    text: JSON.stringify(readManifests(join(ROOT, 'dist', environment.name))),
  }));
  const needed = Object.values(pending).filter((one) =>
    everywhere.some(({ environment, text }) =>
      text.includes(one.kind === '/Secret' ? `"name":"${one.name}"` : pendingName(one, environment)),
    ),
  );
  expect(needed).toEqual(Object.values(pending));
});
