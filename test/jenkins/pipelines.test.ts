import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { agents } from '../../charts/delivery/jenkins/agents';
import { folders, jobs } from '../../charts/delivery/jenkins/jobs';
import { EVENT } from '../../charts/delivery/jenkins/statements';
import { folderScript } from '../../constructs/jenkins/folder';
import { multibranchScript } from '../../constructs/jenkins/multibranch-job';
import { environment } from '../constructs/scope';
import { problemsOf } from './declarative';

const ROOT = join(__dirname, '..', '..');
const names = { eventBus: 'bus', applicationBuild: 'app', imageBuild: 'image', imageRepository: 'repository' };
const clouds = agents('test', environment(), names);
/** What pipelines of a folder may run in. */
const templatesOf = (folder: string) =>
  Object.fromEntries(
    Object.entries(clouds)
      .filter(([cloud]) => folders.find(({ name }) => name === folder)?.clouds.includes(cloud))
      .flatMap(([, templates]) =>
        templates.map(({ label, yaml }) => [
          label,
          [...yaml.matchAll(/^ {2}- name: (\S+)$/gm)].map(([, name = '']) => name).filter((name) => name !== 'tmp'),
        ]),
      ),
  );
const templates = templatesOf('delivery');
const below = (folder: string) => readdirSync(join(ROOT, folder)).map((name) => join(folder, name));
const pipelines: readonly (readonly [string, string])[] = [
  ['Jenkinsfile', 'checks'],
  ['jenkins/library/vars/platformCheck.groovy', 'checks'],
  ['jenkins/library/vars/applicationPipeline.groovy', 'applications'],
  ...below('jenkins/pipelines').map((file) => [file, 'delivery'] as const),
];
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const SOUND = `pipeline {
  agent { label 'build' }
  options { timeout(time: 1, unit: 'HOURS')
    buildDiscarder(logRotator(numToKeepStr: '5')) }
  stages { stage('Begin') { steps { pipelineState('STARTED') } } }
  post { always { script { pipelineState.finished() } } }
}`;

describe('pipelines', () => {
  test.each(pipelines)('GIVEN %s WHEN it is looked at, as one of %s THEN nothing is wrong', (file, folder) => {
    expect(problemsOf(read(file), { templates: templatesOf(folder) })).toEqual([]);
  });

  test('GIVEN a pipeline of checks WHEN it wants the Pods of releases THEN it is told', () => {
    expect(problemsOf(read('jenkins/pipelines/heavy-build.jenkinsfile'), { templates: templatesOf('checks') })).toEqual(
      [
        'tells its states: that needs a Pod of events, which its folder may not have',
        "runs in 'build', only check are there",
      ],
    );
  });

  test.each([
    [
      'no agent',
      "  agent { label 'build' }\n",
      '',
      'has no agent: say where it runs, or agent none and one for each stage',
    ],
    ['an agent in a comment', "agent { label 'build' }", "// agent { label 'build' }", 'has no agent'],
    ['no time limit', "timeout(time: 1, unit: 'HOURS')", '', 'has no timeout: a Pod would wait for ever'],
    ['no end of its history', "buildDiscarder(logRotator(numToKeepStr: '5'))", '', 'has no buildDiscarder'],
    [
      'a template that is not there',
      "label 'build'",
      "label 'windows'",
      "runs in 'windows', only events, build, deploy are there",
    ],
    ['any agent', "agent { label 'build' }", 'agent any', 'runs anywhere: name a template'],
    ['nobody told at its end', 'pipelineState.finished()', "echo 'done'", 'does not tell its states'],
    [
      'a container that is not there',
      "pipelineState('STARTED')",
      "pipelineState('STARTED')\n container('maven') { sh 'mvn' }",
      "uses the container 'maven', only jnlp, aws, node are there",
    ],
    [
      'a key of AWS',
      "pipelineState('STARTED')",
      "pipelineState('STARTED')\n echo 'AKIAABCDEFGHIJKLMNOP'",
      'holds what looks like a secret',
    ],
    ['a brace too few', "agent { label 'build' }", "agent { label 'check'", 'has a brace that nothing closes'],
    ['another language', 'pipeline {', 'node {', 'is no Declarative Pipeline'],
  ])('GIVEN a pipeline with %s WHEN it is looked at THEN it is told', (_, from, to, message) => {
    expect(SOUND).toContain(from);
    expect(problemsOf(SOUND, { templates })).toEqual([]);
    expect(problemsOf(SOUND.replace(from, to), { templates }).join('\n')).toContain(message);
  });

  test('GIVEN the jobs of the platform WHEN they name a pipeline of this repository THEN it is there', () => {
    const own = jobs(environment(), 'https://github.com/company/application.git');
    const files = own.flatMap(({ pipeline }) => ('ofBranch' in pipeline ? [pipeline.ofBranch] : []));
    expect(files.sort()).toEqual(below('jenkins/pipelines'));
    const steps = own.flatMap(({ pipeline }) => ('trusted' in pipeline ? [pipeline.trusted.split('(')[0]!] : []));
    expect(steps.length + files.length).toBe(own.length);
    for (const step of steps) expect(below('jenkins/library/vars')).toContain(`jenkins/library/vars/${step}.groovy`);
  });

  test('GIVEN a branch of an application WHEN its files are checked out THEN it is in a Pod that may do nothing', () => {
    const stages = read('jenkins/library/vars/applicationPipeline.groovy')
      .split(/^ {6}stage\(/m)
      .slice(1);
    const fetching = stages.filter((stage) => /\bcheckout\b|\bunstash\b|\bgit\b/.test(stage));
    expect(fetching.map((stage) => /label '(\w+)'/.exec(stage)?.[1])).toEqual(['check']);
  });

  test('GIVEN the step that tells states WHEN it is read THEN it says what the rule on the bus and the role ask for', () => {
    const text = read('jenkins/library/vars/pipelineState.groovy');
    expect(text).toContain(`'${EVENT.source}'`);
    expect(text).toContain(`'${EVENT.detailType}'`);
    // of the rule's input transformer
    for (const field of ['pipeline', 'state']) expect(text).toMatch(new RegExp(`^ {4}'?${field}'?: `, 'm'));
  });
});

/** Jenkins compiles pipelines with Groovy 2.4; Debian's package groovy has it. */
const java = spawnSync('sh', ['-c', 'command -v java && command -v groovy'], { encoding: 'utf8' });
const groovy = java.status === 0 ? test : test.skip;
if (java.status !== 0) console.info('groovy is not installed: pipelines are not compiled');

describe('Groovy', () => {
  groovy(
    'GIVEN every pipeline, step and job WHEN Groovy 2.4 compiles them THEN it understands them',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'groovy-'));
      try {
        const script = join(folder, 'parse.groovy');
        writeFileSync(
          script,
          `import org.codehaus.groovy.control.*
args.each { file ->
  CompilationUnit unit = new CompilationUnit()
  unit.addSource(new File(file))
  try { unit.compile(Phases.CONVERSION) } catch (problem) { println "\${file}: \${problem.message}" }
}`,
        );
        const job = join(folder, 'jobs.groovy');
        const all = jobs(environment(), 'https://github.com/company/application.git');
        writeFileSync(
          job,
          [
            ...folders.map((one) => folderScript('test', one)),
            ...all.map((one) => multibranchScript('test', one)),
          ].join('\n'),
        );
        const broken = join(folder, 'broken.groovy');
        writeFileSync(broken, 'pipeline { agent none');
        const home = dirname(dirname(realpathSync(java.stdout.split('\n')[0]!)));
        const said = execFileSync(
          'groovy',
          [
            script,
            job,
            broken,
            ...[...pipelines.map(([file]) => file), ...below('jenkins/library/vars')].map((file) => join(ROOT, file)),
          ],
          {
            encoding: 'utf8',
            env: { ...process.env, JAVA_HOME: process.env['JAVA_HOME'] ?? home },
            stdio: ['ignore', 'pipe', 'ignore'],
          },
        );
        expect(said.split('\n').filter((line) => line.includes('startup failed'))).toEqual([
          `${broken}: startup failed:`,
        ]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    60_000,
  );
});
