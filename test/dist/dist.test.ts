import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { unreleased } from '../../charts/application/unreleased';
import { environments, loadEnvironments } from '../../environments';
import { kroObjectsIn } from '../../packages/engine/src/kro/objects';
import { kindKey, type Manifest } from '../../packages/engine/src/manifests/manifest';
import { readManifests } from '../../packages/engine/src/manifests/read';
import { ObjectIndex } from '../../packages/engine/src/references/objects';
import { ROOT } from '../repository';

const ARN = /arn:aws:[a-z0-9-]+:[a-z0-9-]*:\d{12}:[^\s"'\\]+/g;

describe.each(environments.map(({ name }) => name))('dist/%s', (name) => {
  const [environment] = loadEnvironments(ROOT, [name]);
  const manifests = readManifests(join(ROOT, 'dist', name));
  const annotationsOf = ({ metadata }: Manifest) => metadata.annotations ?? {};

  test("GIVEN ARNs of the account WHEN they are followed THEN each is an object of the tree or a bootstrap's output", () => {
    const objects = new ObjectIndex(
      [...manifests, ...kroObjectsIn(manifests).map(({ manifest }) => manifest)],
      environment!,
    );
    const known = new Set([
      ...Object.values(environment!.outputs.keys),
      ...Object.values(environment!.outputs.dr.keys),
      environment!.outputs.permissionsBoundary,
      `arn:aws:iam::${environment!.account}:oidc-provider/${environment!.outputs.oidcIssuer.slice('https://'.length)}`,
      `arn:aws:eks:${environment!.region}:${environment!.account}:cluster/${environment!.outputs.clusterName}`,
      ...environment!.messaging.eventSourceAccounts.map((account) => `arn:aws:iam::${account}:root`),
      ...environment!.outputs.privateSubnetIds.map(
        (id) => `arn:aws:ec2:${environment!.region}:${environment!.account}:subnet/${id}`,
      ),
      ...[
        'role/argo-rollouts',
        'role/platform-backup-restore',
        'role/platform-backup-service',
        'role/platform-freeze-execution',
        'role/platform-shield-response',
        'policy/platform-freeze',
      ].map((resource) => {
        const [type, name] = resource.split('/');
        return `arn:aws:iam::${environment!.account}:${type}/platform-bootstrap/${environment!.namePrefix}${name}`;
      }),
      // people's
      ...environment!.delivery.codeCommit.approvals.roles.map(
        (role) => `arn:aws:sts::${environment!.account}:assumed-role/${role}/*`,
      ),
      // network interfaces that Lambda makes, and an identity that SES has verified for a person
      `arn:aws:ec2:${environment!.region}:${environment!.account}:*/*`,
      `arn:aws:ses:${environment!.region}:${environment!.account}:identity/${environment!.functions.sender.split('@')[1]}`,
    ]);
    const isKnown = (arn: string) =>
      known.has(arn) || objects.resolve({ by: 'arn', arn, path: '', needed: true }).length > 0;
    // an API calls a function by an address around its ARN
    const functionOf = (arn: string) => arn.replace(/(:function:[\w-]+)\/invocations$/, '$1');
    const dangling = manifests.flatMap((manifest) =>
      (JSON.stringify(manifest).match(ARN) ?? [])
        // every one of those of which only AWS knows the ids, and parts of kro's expressions
        .filter(
          (arn) =>
            !isKnown(functionOf(arn)) &&
            !/:(?:distribution|network-interface|security-group|userpool)\/\*$|\$\{|[:/]$/.test(arn),
        )
        .map((arn) => `${manifest.kind} ${manifest.metadata.name}: ${arn}`),
    );
    expect(dangling).toEqual([]);
  });

  test('GIVEN the code of functions WHEN dist is searched THEN each is made with its own, and one without waits for a release', () => {
    const all = [...manifests, ...kroObjectsIn(manifests).map(({ manifest }) => manifest)];
    const made = all.filter((one) => kindKey(one) === 'lambda.services.k8s.aws/Function');
    const { code, namePrefix, account, region } = environment!;
    expect(made.map(({ metadata }) => metadata.name)).toEqual(expect.arrayContaining(Object.keys(code)));
    const s3Bucket = `${namePrefix}artifacts-${account}-${region}`;
    for (const one of made) {
      const { key, sha256 } = code[one.metadata.name] ?? unreleased(one.metadata.name);
      expect(one).toMatchObject({ spec: { code: { s3Bucket, s3Key: key, sha256 } } });
    }
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
    expect(wave('FileSystem', 'platform')).toBeLessThan(
      wave('MountTarget', `platform-in-${environment!.network.availabilityZones[0]}`),
    );
    expect(wave('BackupVault', 'platform-backup-dr')).toBeLessThan(
      wave('VaultLockConfiguration', 'platform-backup-dr-lock'),
    );
    expect(wave('BackupVault', 'platform-backup')).toBeLessThan(wave('BackupPlan', 'platform-backup-plan'));
    expect(wave('BackupPlan', 'platform-backup-plan')).toBeLessThan(
      wave('BackupSelection', 'platform-backup-selection'),
    );
    expect(wave('Secret', 'database-credentials')).toBeLessThan(wave('PushSecret', 'database-credentials-seed'));
    expect(wave('PushSecret', 'database-credentials-seed')).toBeLessThan(
      wave('ExternalSecret', 'database-credentials'),
    );
    expect(wave('LogGroup', 'platform-functions')).toBeLessThan(wave('Function', 'notify-teams'));
    expect(wave('Role', 'lambda-notify-teams')).toBeLessThan(wave('Function', 'notify-teams'));
    expect(wave('Function', 'notify-teams')).toBeLessThan(wave('Permission', 'notify-teams-deployment-events'));
    expect(wave('AppProject', 'messaging')).toBeLessThan(wave('Application', 'messaging'));
    expect(wave('Application', 'controllers')).toBeLessThan(wave('Application', 'messaging'));
  });
});

test('GIVEN a function that no build has released WHEN its code is asked for THEN it is an archive with nothing in it', () => {
  // https://pkwaredownloads.blob.core.windows.net/pem/APPNOTE.txt, 4.3.16: the end of a directory without entries
  const archive = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
  expect(unreleased('resize')).toEqual({
    key: 'functions/resize/unreleased.zip',
    sha256: createHash('sha256').update(archive).digest('base64'),
  });
});
