import { InputError } from '@aws-platform/engine/errors';
import { FOLDER_NAME } from './folder';
import { quoted } from './groovy';

/**
 * Who says what is done with a branch. `ofBranch` is a file of the branch itself, so whoever may push the branch
 * decides; `trusted` is a line of Groovy, such as a step of the shared library, and the branch is what it works on,
 * where it has the file `marker`: https://plugins.jenkins.io/inline-pipeline/
 */
export type BranchPipeline = { readonly ofBranch: string } | { readonly trusted: string; readonly marker: string };

/** A pipeline for every branch of a repository. */
export interface MultibranchJob {
  /** That it stands in: what its builds may use is the folder's. */
  readonly folder: string;
  /** Lower-case letters, digits and hyphens; renaming it begins with an empty history. */
  readonly name: string;
  /** One sentence for people. */
  readonly description: string;
  /** An https URL. */
  readonly repository: string;
  /** Of the credentials that Jenkins reads it with. */
  readonly credentialsId: string;
  /** Which branches are built, with `*` for any text. @default all */
  readonly branches?: readonly string[];
  /** `ofBranch` for branches that are named only, such as main, which takes what was reviewed. */
  readonly pipeline: BranchPipeline;
  /** How often Jenkins looks for changes. @default '5m' */
  readonly interval?: '1m' | '5m' | '15m' | '1h';
  /** Days that a branch's history is kept after the branch has gone. @default 7 */
  readonly keepDays?: number;
}

/** The job in the language of https://plugins.jenkins.io/job-dsl/. */
export function multibranchScript(where: string, job: MultibranchJob): string {
  const {
    folder,
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
    throw new InputError(`${where}: job ${folder}/${name}: ${message}`);
  };
  if (!FOLDER_NAME.test(folder) || !FOLDER_NAME.test(name))
    fail('the name is not allowed, only lower-case letters, digits and hyphens');
  if (!/^https:\/\/[^\s@]+$/.test(repository)) fail(`repository '${repository}' is no https URL without a login`);
  if (branches.length === 0) fail('no branch is named');
  const file = 'ofBranch' in pipeline ? pipeline.ofBranch : pipeline.marker;
  if (!/^(?!\/)[\w./-]+$/.test(file)) fail(`'${file}' is no path inside the repository`);
  const any = branches.find((branch) => branch.includes('*'));
  if ('ofBranch' in pipeline && any !== undefined)
    fail(`branches '${any}' would say themselves what is done with them: name branches, or give a trusted pipeline`);
  if (!Number.isInteger(keepDays) || keepDays < 1) fail(`keepDays is ${keepDays}, a whole number from 1 is allowed`);
  return [
    `multibranchPipelineJob(${quoted(`${folder}/${name}`)}) {`,
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
    ...factory(pipeline),
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

function factory(pipeline: BranchPipeline): string[] {
  if ('ofBranch' in pipeline)
    return ['    workflowBranchProjectFactory {', `      scriptPath(${quoted(pipeline.ofBranch)})`, '    }'];
  return [
    '    inlineDefinitionBranchProjectFactory {',
    `      markerFile(${quoted(pipeline.marker)})`,
    `      script(${quoted(pipeline.trusted)})`,
    // what is outside the shared library has no more than Jenkins lets anybody have
    '      sandbox(true)',
    '    }',
  ];
}
