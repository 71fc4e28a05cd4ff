import { InputError } from '@aws-platform/engine/errors';

/** A pipeline for every branch of a repository that has one. */
export interface MultibranchJob {
  /** Lower-case letters, digits and hyphens; renaming it begins with an empty history. */
  readonly name: string;
  /** One sentence for people. */
  readonly description: string;
  /** An https URL. */
  readonly repository: string;
  /** Of the credentials that Jenkins reads it with. */
  readonly credentialsId: string;
  /** Which branches have a pipeline, with `*` for any text. @default all */
  readonly branches?: readonly string[];
  /** Where the pipeline stands in the repository. */
  readonly pipeline: string;
  /** How often Jenkins looks for changes. @default '5m' */
  readonly interval?: '1m' | '5m' | '15m' | '1h';
  /** Days that a branch's history is kept after the branch has gone. @default 7 */
  readonly keepDays?: number;
}

/** In a Groovy string between apostrophes nothing is read but these two. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** The job in the language of https://plugins.jenkins.io/job-dsl/. */
export function multibranchScript(where: string, job: MultibranchJob): string {
  const {
    name,
    description,
    repository,
    credentialsId,
    branches = ['*'],
    pipeline,
    interval = '5m',
    keepDays = 7,
  } = job;
  const fail = (message: string): never => {
    throw new InputError(`${where}: job ${name}: ${message}`);
  };
  if (!/^[a-z][a-z0-9-]{0,60}$/.test(name))
    fail('the name is not allowed, only lower-case letters, digits and hyphens');
  if (!/^https:\/\/[^\s@]+$/.test(repository)) fail(`repository '${repository}' is no https URL without a login`);
  if (!/^(?!\/)[\w./-]+$/.test(pipeline)) fail(`pipeline '${pipeline}' is no path inside the repository`);
  if (branches.length === 0) fail('no branch is named');
  if (!Number.isInteger(keepDays) || keepDays < 1) fail(`keepDays is ${keepDays}, a whole number from 1 is allowed`);
  return [
    `multibranchPipelineJob(${quoted(name)}) {`,
    `  description(${quoted(description)})`,
    '  branchSources {',
    '    git {',
    // names its branches' histories: another id would begin them anew
    `      id(${quoted(name)})`,
    `      remote(${quoted(repository)})`,
    `      credentialsId(${quoted(credentialsId)})`,
    `      includes(${quoted(branches.join(' '))})`,
    '    }',
    '  }',
    '  factory {',
    '    workflowBranchProjectFactory {',
    `      scriptPath(${quoted(pipeline)})`,
    '    }',
    '  }',
    '  triggers {',
    '    periodicFolderTrigger {',
    `      interval(${quoted(interval)})`,
    '    }',
    '  }',
    '  orphanedItemStrategy {',
    '    discardOldItems {',
    `      daysToKeep(${keepDays})`,
    '    }',
    '  }',
    '}',
    '',
  ].join('\n');
}
