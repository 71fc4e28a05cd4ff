import { isRecord, kindKey } from '../../manifests';
import { familyOf, visit } from '../../references';
import type { TreeObject } from '../../relations';
import { ofEachObject } from '../of-each';
import type { Problem, Rule } from '../rule';

export const plaintextSecret: Rule = {
  id: 'plaintext-secret',
  group: 'policy',
  reason: 'What is in git is read by everybody who ever cloned it, and stays in its history.',
  link: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
  check: ofEachObject((object) => (kindKey(object.manifest) === '/Secret' ? checkSecret(object) : checkFields(object))),
};

/** Names of fields and variables that hold a secret, unless they say that they hold where it is. */
const SECRET_NAME = /(?:passwor[dt]|passphrase|secret|token|api_?key|access_?key|private_?key|credentials?)s?$/i;
const WHERE_IT_IS = /(?:name|arn|id|ref|url|path|policy|selector|store|version|length|rotation)$/i;
/**
 * AWS's access keys, tokens of GitHub and GitLab, private keys, and a URL with a password in it.
 * https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
 * https://docs.gitlab.com/security/tokens/#token-prefixes
 */
const SECRET_VALUE =
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[opsur]_[0-9A-Za-z]{36}|\bgithub_pat_\w{22}|\bglpat-[\w-]{20}|-----BEGIN [A-Z ]*PRIVATE KEY-----|[a-z0-9+.-]:\/\/[^\s/:@{}$]+:[^\s/:@{}$]+@/;

function* checkSecret(object: TreeObject): Generator<Problem> {
  const held = ['data', 'stringData'].find(
    (field) => isRecord(object.manifest[field]) && Object.keys(object.manifest[field] as object).length > 0,
  );
  if (held)
    yield {
      object,
      path: held,
      message: 'a Secret with values; keep them in Secrets Manager and make the Secret with an ExternalSecret',
    };
}

function checkFields(object: TreeObject): Problem[] {
  const found: Problem[] = [];
  const isAws = familyOf(object.manifest) !== 'kubernetes';
  visit(object.manifest, ({ name, value, path }) => {
    if (isRecord(value) && typeof value['name'] === 'string' && /\benv\[\d+\]$/.test(path)) {
      if (holdsSecret(value['name'], value['value']))
        found.push({
          object,
          path: `${path}.value`,
          message: `${value['name']} is a secret; take it from a Secret by valueFrom.secretKeyRef`,
        });
    } else if (typeof value === 'string' && SECRET_VALUE.test(value))
      found.push({ object, path, message: 'holds a secret in plain text; refer to it instead' });
    else if ((isAws || /\.data\b|^data\b/.test(path)) && holdsSecret(name, value))
      found.push({ object, path, message: `${name} is a secret in plain text; refer to it instead` });
  });
  return found;
}

/** Words are no secrets: `token: JWT`, `secret: required` name a choice, `accessToken: minutes` a unit. */
function holdsSecret(name: string, value: unknown): boolean {
  if (typeof value !== 'string' || value === '') return false;
  return (
    SECRET_NAME.test(name) &&
    !WHERE_IT_IS.test(name) &&
    !/^(?:arn:|\{\{|\$|[A-Z_]+$|(?:true|false|enabled|disabled|required|optional|seconds|minutes|hours|days)$)/.test(
      value,
    )
  );
}
