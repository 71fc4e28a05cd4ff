import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { agents } from '../../charts/delivery/jenkins/agents';
import { jobs } from '../../charts/delivery/jenkins/jobs';
import { EVENT } from '../../charts/delivery/jenkins/statements';
import { multibranchScript } from '../../constructs/jenkins/multibranch-job';
import { environment } from '../constructs/scope';
import { problemsOf } from './declarative';

const ROOT = join(__dirname, '..', '..');
const names = { eventBus: 'bus', applicationBuild: 'app', imageBuild: 'image', imageRepository: 'repository' };
const templates = Object.fromEntries(
  agents('test', environment(), names).map(({ label, yaml }) => [
    label,
    [...yaml.matchAll(/^ {2}- name: (\S+)$/gm)].map(([, name = '']) => name).filter((name) => name !== 'tmp'),
  ]),
);
const below = (folder: string) => readdirSync(join(ROOT, folder)).map((name) => join(folder, name));
const pipelines = ['Jenkinsfile', ...below('jenkins/pipelines'), 'jenkins/library/vars/applicationPipeline.groovy'];
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const SOUND = `pipeline {
  agent { label 'check' }
  options { timeout(time: 1, unit: 'HOURS')
    buildDiscarder(logRotator(numToKeepStr: '5')) }
  stages { stage('Begin') { steps { pipelineState('STARTED') } } }
  post { always { script { pipelineState.finished() } } }
}`;

describe('pipelines', () => {
  test.each(pipelines)('GIVEN %s WHEN it is looked at THEN nothing is wrong', (file) => {
    expect(problemsOf(read(file), { templates })).toEqual([]);
  });

  test.each([
    [
      'no agent',
      "  agent { label 'check' }\n",
      '',
      'has no agent: say where it runs, or agent none and one for each stage',
    ],
    ['an agent in a comment', "agent { label 'check' }", "// agent { label 'check' }", 'has no agent'],
    ['no time limit', "timeout(time: 1, unit: 'HOURS')", '', 'has no timeout: a Pod would wait for ever'],
    ['no end of its history', "buildDiscarder(logRotator(numToKeepStr: '5'))", '', 'has no buildDiscarder'],
    [
      'a template that is not there',
      "label 'check'",
      "label 'windows'",
      "runs in 'windows', only events, check, build, deploy are there",
    ],
    ['any agent', "agent { label 'check' }", 'agent any', 'runs anywhere: name a template'],
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
    ['a brace too few', "agent { label 'check' }", "agent { label 'check'", 'has a brace that nothing closes'],
    ['another language', 'pipeline {', 'node {', 'is no Declarative Pipeline'],
  ])('GIVEN a pipeline with %s WHEN it is looked at THEN it is told', (_, from, to, message) => {
    expect(SOUND).toContain(from);
    expect(problemsOf(SOUND, { templates })).toEqual([]);
    expect(problemsOf(SOUND.replace(from, to), { templates }).join('\n')).toContain(message);
  });

  test('GIVEN the jobs of the platform WHEN they name a pipeline of this repository THEN it is there', () => {
    const own = jobs(environment(), 'https://github.com/company/application.git').filter(
      ({ repository }) => repository === environment().repository.url,
    );
    expect(own.map(({ pipeline }) => pipeline).sort()).toEqual(below('jenkins/pipelines'));
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
        writeFileSync(job, all.map((one) => multibranchScript('test', one)).join('\n'));
        const broken = join(folder, 'broken.groovy');
        writeFileSync(broken, 'pipeline { agent none');
        const home = dirname(dirname(realpathSync(java.stdout.split('\n')[0]!)));
        const said = execFileSync(
          'groovy',
          [script, job, broken, ...[...pipelines, ...below('jenkins/library/vars')].map((file) => join(ROOT, file))],
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
