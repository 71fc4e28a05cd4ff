import { join } from 'node:path';
import { PERMISSIONS } from '../../constructs/jenkins/configuration-schema';
import { environments } from '../../environments';
import type { Manifest } from '../../packages/engine/src/manifests/manifest';
import { readManifests } from '../../packages/engine/src/manifests/read';
import { ROOT } from '../repository';
import { cloudsOf, labelsOf, secretsOf, type Told, told } from './told';

/**
 * Whoever may push a branch, and no more, tries to get what a release has. Who reads a branch's files:
 * charts/delivery/jenkins/jobs.ts
 */
const UNTRUSTED = 'checks';
const CONTROLLER = 'jenkins';

// biome-ignore lint/suspicious/noExplicitAny: manifests of many kinds
type Any = any;
const name = ({ metadata }: Manifest) => metadata.name;
const key = (namespace: string, account: string) => `${namespace}/${account}`;

/** Service accounts, as `namespace/name`, by what lets them do something: rights in the cluster, a role in AWS. */
function identities(manifests: readonly Manifest[]): { account: string; right: string; namespace: string }[] {
  return manifests.flatMap((manifest: Any) => {
    const { kind, spec, subjects = [], roleRef, metadata } = manifest;
    if (kind === 'PodIdentityAssociation')
      return [{ account: key(spec.namespace, spec.serviceAccount), right: spec.roleARN, namespace: spec.namespace }];
    if (!/^(?:Cluster)?RoleBinding$/.test(kind)) return [];
    return subjects.map((subject: Any) => ({
      account: key(subject.namespace, subject.name),
      right: roleRef.name,
      namespace: metadata.namespace ?? '*',
    }));
  });
}

/** Where the identity of a cloud may make Pods; without a credential of its own it is the controller's. */
function namespacesOf(manifests: readonly Manifest[], { credentials }: Told, credentialsId: string | undefined) {
  const secret = credentials.find(({ id }) => id === credentialsId)?.secret;
  const token = manifests.find((manifest) => manifest.kind === 'Secret' && name(manifest) === secret);
  const account = token?.metadata.annotations?.['kubernetes.io/service-account.name'] ?? CONTROLLER;
  return identities(manifests)
    .filter((one) => one.account === key('jenkins', account) && !one.right.startsWith('arn:'))
    .map(({ namespace }) => namespace);
}

/**
 * Every Pod that a build may have made by `podTemplate(cloud, namespace, serviceAccount, yaml)`, by its service
 * account.
 */
function accountsOf(manifests: readonly Manifest[], all: Told, folder: string): string[] {
  const reached = cloudsOf(all, folder).flatMap(({ credentialsId }) => namespacesOf(manifests, all, credentialsId));
  return manifests
    .filter(({ kind, metadata }) => kind === 'ServiceAccount' && reached.includes(metadata.namespace ?? ''))
    .map(({ metadata }) => key(metadata.namespace ?? '', metadata.name))
    .concat(reached.map((namespace) => key(namespace, 'default')))
    .sort();
}

describe.each(environments.map((environment) => environment.name))('a branch in Jenkins of %s', (environment) => {
  const manifests = readManifests(join(ROOT, 'dist', environment));
  const all = told(manifests);

  test('GIVEN a branch that changes its Jenkinsfile WHEN it is built THEN its pipeline is not read', () => {
    const own = all.jobs.filter(({ ofBranch, branches }) => ofBranch !== undefined && `${branches}` !== 'main');
    expect(own).toEqual([]);
    expect(all.jobs.map(({ folder }) => folder).sort()).toEqual(['applications', 'checks', 'delivery', 'delivery']);
    expect(all.jobs.filter(({ branches }) => branches.includes('*')).map(({ folder }) => folder)).toEqual([
      'checks',
      'applications',
    ]);
  });

  test.each([
    ['checks', ['check']],
    ['applications', ['build', 'check', 'events']],
    ['delivery', ['build', 'deploy', 'events']],
    // of jobs that the home remembers from before there were folders
    ['', []],
  ])(
    "GIVEN agent { label 'deploy' } in the folder '%s' WHEN a Pod is looked for THEN it gets one of %j",
    (folder, labels) => {
      expect(labelsOf(all, folder)).toEqual(labels);
    },
  );

  test.each([
    ['checks', ['jenkins-git-checks-credentials']],
    ['applications', ['jenkins-git-credentials']],
    ['delivery', ['jenkins-git-credentials']],
    ['', []],
  ])(
    "GIVEN withCredentials in the folder '%s' WHEN the one of releases is asked for THEN only %j is there",
    (folder, secrets) => {
      expect(secretsOf(all, folder)).toEqual(secrets);
    },
  );

  test('GIVEN podTemplate with the namespace of releases WHEN checks asks for it THEN the API server lets its cloud into its own only', () => {
    const clouds = cloudsOf(all, UNTRUSTED);
    expect(clouds.map(({ namespace }) => namespace)).toEqual(['jenkins-checks']);
    expect(clouds.flatMap(({ credentialsId }) => namespacesOf(manifests, all, credentialsId))).toEqual([
      'jenkins-checks',
    ]);
    // whose identity another folder's cloud has
    expect(namespacesOf(manifests, all, undefined)).toEqual(['jenkins-agents']);
  });

  test('GIVEN podTemplate with the service account of releases WHEN checks asks for it THEN none that it gets may do anything', () => {
    const accounts = accountsOf(manifests, all, UNTRUSTED);
    expect(accounts).toEqual(['jenkins-checks/default', 'jenkins-checks/jenkins-agent-check']);
    expect(identities(manifests).filter(({ account }) => accounts.includes(account))).toEqual([]);
    // and those that a release has are elsewhere
    const released = identities(manifests).filter(({ account }) => account === 'jenkins-agents/jenkins-agent-deploy');
    expect(released.length).toBeGreaterThan(1);
  });

  test('GIVEN podTemplate with a privileged Pod WHEN checks asks for it THEN its namespace is restricted, bounded, and reaches no agent of identities', () => {
    const here = manifests.filter(({ metadata }) => metadata.namespace === 'jenkins-checks') as Any[];
    const namespace = manifests.find((one) => one.kind === 'Namespace' && name(one) === 'jenkins-checks');
    expect(namespace!.metadata.labels).toMatchObject({ 'pod-security.kubernetes.io/enforce': 'restricted' });
    expect(here.find(({ kind }) => kind === 'ResourceQuota').spec.hard).toMatchObject({ 'requests.storage': '0Gi' });
    expect(here.find((one) => name(one) === 'default-deny').spec).toMatchObject({ ingress: [], egress: [] });
    const out = here.filter(({ kind }) => kind === 'NetworkPolicy').flatMap(({ spec }) => spec.egress ?? []);
    expect(out.flatMap(({ ports }) => ports.map(({ port }: Any) => port)).sort()).toEqual([443, 53, 53, 8_080]);
  });

  test('GIVEN the matrix of permissions WHEN somebody would configure, replay or see credentials THEN only who administers may', () => {
    expect(PERMISSIONS.filter((one) => /Configure|Create|Replay|Credentials|Agent/.test(one))).toEqual([]);
    const admins = Object.entries(all.granted).filter(([, permissions]) => permissions.includes('Overall/Administer'));
    expect(admins).toHaveLength(1);
    expect(admins[0]![1]).toEqual(['Overall/Administer']);
  });
});
