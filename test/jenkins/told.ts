import type { Manifest } from '../../packages/engine/src/manifests/manifest';
import { readYaml } from '../../packages/engine/src/manifests/yaml-reader';

export interface Cloud {
  readonly name: string;
  readonly namespace: string;
  readonly usageRestricted?: boolean;
  readonly credentialsId?: string;
  readonly templates: readonly { readonly label: string; readonly serviceAccount: string }[];
}

export interface Folder {
  readonly name: string;
  readonly clouds: readonly string[];
  /** Secrets with the values of its credentials. */
  readonly secrets: readonly string[];
}

export interface Job {
  /** `''` at the top. */
  readonly folder: string;
  readonly name: string;
  readonly branches: readonly string[];
  /** The file of the branch that says what is done, if one does. */
  readonly ofBranch?: string;
}

/** What Jenkins is told: its configuration as code, and the scripts in it that make folders and jobs. */
export interface Told {
  readonly clouds: readonly Cloud[];
  readonly folders: readonly Folder[];
  readonly jobs: readonly Job[];
  /** Credentials outside folders; those of the scope GLOBAL are every job's. */
  readonly credentials: readonly { readonly id: string; readonly scope: string; readonly secret: string }[];
  /** Who may what, by group or user. */
  readonly granted: Readonly<Record<string, readonly string[]>>;
}

// biome-ignore lint/suspicious/noExplicitAny: Jenkins' configuration, as text has it
type Parsed = any;

const one = (text: string, pattern: RegExp) => pattern.exec(text)?.[1];
/** Of `${readFile:/var/jenkins_secrets/jenkins-git-credentials/password}`. */
const secretIn = (reference: string) => one(reference, /\/([\w.-]+)\/[\w.-]+\}$/) ?? reference;

/** Reads the ConfigMap of a controller. */
export function told(manifests: readonly Manifest[]): Told {
  const map = manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'jenkins-configuration');
  const files = Object.values((map as unknown as { data: Record<string, string> }).data).map(
    (text) => readYaml(text)[0] as Parsed,
  );
  const variables = new Map<string, string>(
    files
      .flatMap(({ jobs = [] }) => jobs)
      .flatMap(({ providedEnv = {} }: Parsed) => Object.entries<string>(providedEnv)),
  );
  const scripts: readonly string[] = files
    .flatMap(({ jobs = [] }) => jobs)
    .flatMap(({ script }: Parsed) => (script === undefined ? [] : [script]));
  return {
    clouds: files.flatMap(({ jenkins }) => jenkins?.clouds ?? []).map(({ kubernetes }: Parsed) => kubernetes),
    folders: scripts.flatMap((text) => folderIn(text, variables)),
    jobs: scripts.flatMap(jobIn),
    credentials: files
      .flatMap(({ credentials }) => credentials?.system.domainCredentials ?? [])
      .flatMap(({ credentials }: Parsed) => credentials.flatMap(Object.values))
      .map(({ id, scope, secret, password }: Parsed) => ({ id, scope, secret: secretIn(secret ?? password) })),
    granted: Object.fromEntries(
      files
        .flatMap(({ jenkins }) => jenkins?.authorizationStrategy?.globalMatrix.entries ?? [])
        .map(({ group, user }: Parsed) => [(group ?? user).name, (group ?? user).permissions]),
    ),
  };
}

function folderIn(text: string, variables: ReadonlyMap<string, string>): Folder[] {
  const name = one(text, /^folder\('([^']+)'\)/m);
  if (name === undefined) return [];
  const clouds = [...(one(text, /permittedClouds\(\[(.*)\]\)/) ?? '').matchAll(/'([^']+)'/g)].map(
    ([, cloud]) => cloud!,
  );
  const passwords = [...text.matchAll(/password\((\w+)\)/g)].map(
    ([, variable]) => variables.get(variable!) ?? variable!,
  );
  return [{ name, clouds, secrets: passwords.map(secretIn) }];
}

function jobIn(text: string): Job[] {
  const path = one(text, /^multibranchPipelineJob\('([^']+)'\)/m);
  if (path === undefined) return [];
  const ofBranch = one(text, /scriptPath\('([^']+)'\)/);
  return [
    {
      folder: path.includes('/') ? path.split('/')[0]! : '',
      name: path.split('/').at(-1)!,
      branches: (one(text, /includes\('([^']+)'\)/) ?? '*').split(' '),
      ...(ofBranch !== undefined && { ofBranch }),
    },
  ];
}

/**
 * The clouds whose Pods a build in the folder gets:
 * https://github.com/jenkinsci/kubernetes-plugin/blob/master/src/main/java/org/csanchez/jenkins/plugins/kubernetes/KubernetesFolderProperty.java
 */
export function cloudsOf({ clouds, folders }: Told, folder: string): Cloud[] {
  const permitted = folders.find(({ name }) => name === folder)?.clouds ?? [];
  return clouds.filter(({ name, usageRestricted }) => !usageRestricted || permitted.includes(name));
}

/** The labels that find a Pod, `agent { label '…' }`. */
export function labelsOf(all: Told, folder: string): string[] {
  return cloudsOf(all, folder)
    .flatMap(({ templates }) => templates.map(({ label }) => label))
    .sort();
}

/** The Secrets whose values `withCredentials` gives. */
export function secretsOf({ credentials, folders }: Told, folder: string): string[] {
  return [
    ...credentials.filter(({ scope }) => scope === 'GLOBAL').map(({ secret }) => secret),
    ...folders.filter(({ name }) => name === folder).flatMap(({ secrets }) => secrets),
  ].sort();
}
