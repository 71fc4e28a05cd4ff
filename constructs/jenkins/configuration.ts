import { InputError } from '@aws-platform/engine/errors';
import { stringify } from '@aws-platform/engine/manifests';
import { configurationSchema, type JenkinsConfiguration } from './configuration-schema';

/** What is told by topic; Jenkins puts the topics together. */
export type Topics = Readonly<Record<string, JenkinsConfiguration>>;

/**
 * Looks like the value of a secret:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes, PEM, tokens of
 * GitHub, and logins in URLs.
 */
const SECRETS =
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----|\bgh[pousr]_\w{36}|:\/\/[^/\s:@$]+:[^/\s@$]+@|\bpassword\s*=\s*[^\s$]/i;

/** A reference is read by Jenkins unless there is a ^ in front of it. */
const REFERENCE = /(?<!\^)\$\{([^}]*)\}/g;

/**
 * One YAML file for each topic. Throws for keys that are not known, for a value that two topics set, for secrets that
 * are not among `secrets` (the files that the controller has), and for what looks like the value of one.
 */
export function configurationFiles(where: string, topics: Topics, secrets: readonly string[]): Record<string, string> {
  const owners = new Map<string, string>();
  return Object.fromEntries(
    Object.entries(topics).map(([topic, configuration]) => {
      const at = `${where}: topic ${topic}`;
      const { success, error } = configurationSchema.safeParse(configuration);
      if (!success) {
        const { path, message } = error.issues[0]!;
        throw new InputError(`${at}: ${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`);
      }
      for (const [path, value] of leaves(configuration)) {
        const owner = owners.get(path);
        if (owner !== undefined) throw new InputError(`${at}: ${path} is set by topic ${owner}, too`);
        owners.set(path, topic);
        if (typeof value === 'string') checkText(`${at}: ${path}`, value, secrets);
      }
      return [`${topic}.yaml`, stringify(configuration)];
    }),
  );
}

/** Text in which Jenkins must not look for references, such as a script. */
export function literally(text: string): string {
  return text.replaceAll('${', '^${');
}

function checkText(at: string, text: string, secrets: readonly string[]): void {
  if (SECRETS.test(text)) throw new InputError(`${at} looks like the value of a secret, which has no place in git`);
  for (const [, name = ''] of text.matchAll(REFERENCE))
    if (!secrets.includes(name))
      throw new InputError(`${at} refers to '${name}', only ${secrets.join(', ')} are there`);
}

/** Every value with its path; a list counts as one, because Jenkins does not join lists of two files. */
function* leaves(value: unknown, path = ''): Generator<[string, unknown]> {
  if (Array.isArray(value)) {
    yield [path, undefined];
    for (const [index, item] of value.entries()) yield* leaves(item, `${path}[${index}]`);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) yield* leaves(item, path ? `${path}.${key}` : key);
  } else yield [path, value];
}
