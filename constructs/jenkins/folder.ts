import { InputError } from '@aws-platform/engine/errors';
import { quoted } from './groovy';

/** What jobs may use, and nothing else may: clouds and credentials belong to a folder. */
export interface JenkinsFolder {
  /** Lower-case letters, digits and hyphens; the first part of its jobs' names. */
  readonly name: string;
  /** One sentence for people. */
  readonly description: string;
  /** The Kubernetes clouds whose templates its builds run in, by name. */
  readonly clouds: readonly string[];
  /** With which its jobs read repositories. Values are variables of the script, which Jenkins fills in from files. */
  readonly credential: {
    readonly id: string;
    readonly description: string;
    readonly usernameVariable: string;
    readonly passwordVariable: string;
  };
}

/** Also where it becomes a part of a variable's name. */
export const FOLDER_NAME = /^[a-z][a-z0-9-]{0,60}$/;

/**
 * The folder in the language of https://plugins.jenkins.io/job-dsl/. A cloud whose usage is restricted takes builds of
 * folders that name it only
 * (https://github.com/jenkinsci/kubernetes-plugin#restricting-what-jobs-can-use-your-configured-cloud), and a folder's
 * credential is found by the jobs in it (https://github.com/jenkinsci/cloudbees-folder-plugin).
 */
export function folderScript(where: string, { name, description, clouds, credential }: JenkinsFolder): string {
  const fail = (message: string): never => {
    throw new InputError(`${where}: folder ${name}: ${message}`);
  };
  if (!FOLDER_NAME.test(name)) fail('the name is not allowed, only lower-case letters, digits and hyphens');
  if (clouds.length === 0) fail('no cloud is named: its builds would wait for ever');
  for (const variable of [credential.usernameVariable, credential.passwordVariable])
    if (!/^[A-Z][A-Z0-9_]*$/.test(variable))
      fail(`variable '${variable}' is not allowed, only capitals, digits and _ are`);
  return [
    `folder(${quoted(name)}) {`,
    `  description(${quoted(description)})`,
    '  properties {',
    // of org.csanchez.jenkins.plugins.kubernetes.KubernetesFolderProperty
    '    kubernetes {',
    `      permittedClouds([${clouds.map(quoted).join(', ')}])`,
    '    }',
    '    folderCredentialsProperty {',
    '      domainCredentials {',
    '        domainCredentials {',
    '          domain {',
    "            name('')",
    "            description('')",
    '          }',
    '          credentials {',
    '            usernamePassword {',
    "              scope('GLOBAL')",
    `              id(${quoted(credential.id)})`,
    `              description(${quoted(credential.description)})`,
    `              username(${credential.usernameVariable})`,
    `              password(${credential.passwordVariable})`,
    '            }',
    '          }',
    '        }',
    '      }',
    '    }',
    '  }',
    '}',
    '',
  ].join('\n');
}
