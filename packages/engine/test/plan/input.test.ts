import { spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ENGINE, PROGRAM } from '../engine';

const queue = (name: string, timeout = "'30'") =>
  `apiVersion: sqs.services.k8s.aws/v1alpha1\nkind: Queue\nmetadata:\n  name: ${name}\n  namespace: aws\nspec:\n  queueName: ${name}\n  visibilityTimeout: ${timeout}\n`;

/** A repository of its own, with nothing but manifests: `plan` needs no more. */
class Copy {
  readonly root = mkdtempSync(join(tmpdir(), 'plan-'));

  constructor() {
    this.write('package.json', '{}');
  }

  write(path: string, text: string | Buffer): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  git(...args: readonly string[]): string {
    const identity = [
      '-c',
      'user.name=t',
      '-c',
      'user.email=t@example.com',
      '-c',
      'init.defaultBranch=main',
      '-c',
      'commit.gpgsign=false',
    ];
    const { status, stdout, stderr } = spawnSync('git', ['-C', this.root, ...identity, ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  }

  plan(...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'plan', ...args], {
      cwd: this.root,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

describe('where plan takes its trees from', () => {
  let copy: Copy;
  beforeAll(() => {
    copy = new Copy();
    copy.git('init', '-q');
    copy.git('commit', '-q', '--allow-empty', '-m', 'empty');
    copy.write('dist/production/messaging/sqs.yaml', [queue('orders'), queue('other')].join('---\n'));
    copy.git('add', '-A');
    copy.git('commit', '-qm', 'first');
    copy.git('tag', 'v1');
    copy.git('checkout', '-qb', 'change');
    mkdirSync(join(copy.root, 'plain'));
    copy.write('dist/production/messaging/sqs.yaml', [queue('orders', "'60'"), queue('other')].join('---\n'));
  });
  afterAll(() => copy.remove());

  test('GIVEN a folder that is called as a revision is WHEN it is the base THEN both are named and neither is taken', () => {
    const names = ['origin/main', 'v1', copy.git('rev-parse', 'v1')];
    copy.git('update-ref', 'refs/remotes/origin/main', 'v1');
    try {
      for (const name of names) {
        const before = copy.plan('--base', name, '--format', 'json').stdout;
        expect(JSON.parse(before).changes).toHaveLength(1);
        cpSync(join(copy.root, 'dist'), join(copy.root, name), { recursive: true });
        const { status, stdout, stderr } = copy.plan('--base', name);
        expect([status, stdout]).toEqual([2, '']);
        expect(stderr).toContain(`--base ${name}: both a revision and a folder`);
        expect(copy.plan('--base', `${name}^{commit}`, '--format', 'json').stdout).toBe(before);
        expect(copy.plan('--base', `./${name}`).stdout).toBe('nothing changes\n');
      }
    } finally {
      copy.git('update-ref', '-d', 'refs/remotes/origin/main');
      for (const name of names) rmSync(join(copy.root, name.split('/')[0]!), { recursive: true, force: true });
    }
  });

  test('GIVEN a tag that is called as a branch is WHEN the one or the other is the base THEN it is said in full', () => {
    copy.git('tag', 'change', 'v1');
    try {
      const { status, stderr } = copy.plan('--base', 'change');
      expect(stderr).toMatch(/--base change: more than one branch, tag or commit is called so; say refs\/heads/);
      expect(status).toBe(2);
      expect(copy.plan('--base', 'refs/heads/change').status).toBe(0);
    } finally {
      copy.git('tag', '-d', 'change');
    }
  });

  test('GIVEN a branch WHEN no base is named THEN the working tree is compared with where it left main', () => {
    copy.git('commit', '-qam', 'change');
    copy.git('checkout', '-q', 'main');
    copy.write('dist/production/messaging/new.yaml', queue('new'));
    copy.git('add', '-A');
    copy.git('commit', '-qm', 'main goes on');
    copy.git('checkout', '-q', 'change');
    const { status, stdout } = copy.plan();
    expect(stdout).toContain('1 change: 1 update');
    expect(stdout).not.toContain('Queue aws/new');
    expect(status).toBe(0);
  });

  test('GIVEN a tag, a commit and a folder WHEN they are the base THEN all say the same', () => {
    cpSync(join(copy.root, 'dist'), join(copy.root, 'old'), { recursive: true });
    copy.write('old/production/messaging/sqs.yaml', [queue('orders'), queue('other')].join('---\n'));
    const outputs = ['v1', copy.git('rev-parse', 'v1'), './old', join(copy.root, 'old')].map(
      (base) => copy.plan('--base', base, '--format', 'json').stdout,
    );
    expect(JSON.parse(outputs[0]!).changes).toHaveLength(1);
    expect(new Set(outputs).size).toBe(1);
  });

  test('GIVEN a removal WHEN it is planned THEN the exit code is 3', () => {
    copy.write('shrunk/production/messaging/sqs.yaml', queue('other'));
    expect(copy.plan('--base', 'v1', '--head', 'shrunk').status).toBe(3);
  });

  test('GIVEN an empty folder WHEN it is the base or the head THEN everything comes, or leaves', () => {
    mkdirSync(join(copy.root, 'nothing'));
    copy.write('some/production/messaging/sqs.yaml', queue('orders'));
    expect(copy.plan('--base', './nothing', '--head', 'some').stdout).toContain('1 change: 1 create');
    const { status, stdout } = copy.plan('--base', './some', '--head', 'nothing');
    expect(stdout).toContain('1 change: 1 destroy');
    expect(status).toBe(3);
  });

  test('GIVEN a link in place of an environment WHEN it is planned THEN it is read like the folder', () => {
    copy.write('linked/production/messaging/sqs.yaml', queue('orders'));
    copy.write('linked/elsewhere.txt', 'no manifest');
    symlinkSync(join(copy.root, 'linked', 'production'), join(copy.root, 'linked', 'staging'));
    symlinkSync(join(copy.root, 'linked'), join(copy.root, 'linked', 'production', 'loop'));
    mkdirSync(join(copy.root, 'void'));
    expect(copy.plan('--base', './void', '--head', 'linked').stdout).toContain('2 changes: 2 create');
  });

  test.each<[string, readonly string[], RegExp]>([
    [
      'a revision that does not exist',
      ['--base', 'v9'],
      /--base v9: neither a revision of this repository nor a folder/,
    ],
    ['a base that is empty, as of a variable that is not set', ['--base', ''], /--base '': a branch, a tag/],
    ['a revision that looks like a flag', ['--base=--all'], /--base --all: a revision cannot begin with a hyphen/],
    [
      'a folder said as a bare word',
      ['--base', 'plain'],
      /no revision of this repository; the folder of that name is \.\/plain/,
    ],
    ['a base without dist', ['--base', 'v1~1'], /v1~1: the revision has no dist/],
    [
      'a head that is not there',
      ['--base', 'v1', '--head', 'nowhere'],
      /--head nowhere: no such folder; npm run synth writes dist/,
    ],
    ['a head that is a file', ['--base', 'v1', '--head', 'package.json'], /package.json: not a folder/],
    ['a format that there is not', ['--format', 'xml'], /allowed are text, markdown, json/],
    ['an argument too many', ['v1'], /too many arguments/],
  ])('GIVEN %s WHEN it is planned THEN it is named and the exit code is 2', (_, args, message) => {
    const { status, stderr, stdout } = copy.plan(...args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
    expect([status, stdout]).toEqual([2, '']);
  });

  test.each<[string, string | Buffer, RegExp]>([
    ['YAML that does not parse', 'a: [', /broken\/production\/data\/x.yaml/],
    ['a document that does not parse', `# a\n${queue('a')}---\n# b\n${queue('b')}x: {{{\n`, /x.yaml:20:\d+: /],
    ['no manifest', 'a: 1\n', /x.yaml: document 1: no manifest; apiVersion, kind and metadata.name are required/],
    ['no UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0x80]), /x.yaml: not UTF-8 text/],
  ])('GIVEN %s on either side WHEN it is planned THEN the file is named and the exit code is 2', (_, text, message) => {
    copy.write('broken/production/data/x.yaml', text);
    for (const args of [
      ['--base', 'v1', '--head', 'broken'],
      ['--base', './broken', '--head', 'dist'],
    ]) {
      const { status, stderr } = copy.plan(...args);
      expect(stderr).toMatch(message);
      expect(status).toBe(2);
    }
  });

  test('GIVEN a kind that no schema describes WHEN it changes THEN a remark says what could not be judged', () => {
    const widget = (size: number) =>
      `apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: a\nspec:\n  size: ${size}\n`;
    copy.write('one/production/data/x.yaml', widget(1));
    copy.write('two/production/data/x.yaml', widget(2));
    const { stdout, status } = copy.plan('--base', './one', '--head', 'two', '--format', 'json');
    const { changes, summary } = JSON.parse(stdout);
    expect(changes).toHaveLength(1);
    expect(summary.remarks).toEqual([
      expect.objectContaining({
        object: 'example.com/Widget a',
        message: expect.stringContaining('could not be judged'),
      }),
    ]);
    expect(status).toBe(0);
  });

  test('GIVEN an object that stands twice WHEN one of both changes THEN a remark names both files', () => {
    copy.write('twice/production/messaging/sqs.yaml', [queue('orders'), queue('other')].join('---\n'));
    copy.write('twice/production/messaging/again.yaml', queue('orders', "'60'"));
    const { summary } = JSON.parse(copy.plan('--base', 'v1', '--head', 'twice', '--format', 'json').stdout);
    expect(summary.remarks[0].message).toMatch(/stands twice, in twice\/production\/messaging\/again.yaml and twice/);
  });

  test('GIVEN a shallow clone without the merge base WHEN no base is named THEN the error says how to get it', () => {
    const clone = mkdtempSync(join(tmpdir(), 'plan-clone-'));
    try {
      spawnSync('git', [
        'clone',
        '-q',
        '--depth',
        '1',
        '--no-single-branch',
        '--branch',
        'change',
        `file://${copy.root}`,
        clone,
      ]);
      const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'plan'], {
        cwd: clone,
        encoding: 'utf8',
      });
      expect(stderr).toMatch(/shallow.*git fetch --unshallow/);
      expect(status).toBe(2);
    } finally {
      rmSync(clone, { recursive: true });
    }
  });

  describe('a repository that nobody has looked at', () => {
    const marks = mkdtempSync(join(tmpdir(), 'plan-marks-'));
    const hostile = new Copy();
    const mark = (name: string) => `touch ${join(marks, name)}; false`;
    beforeAll(() => {
      hostile.git('init', '-q');
      hostile.write('dist/production/messaging/sqs.yaml', queue('orders'));
      hostile.write('.gitattributes', '*.yaml diff=x filter=x\n');
      hostile.git('add', '-A');
      hostile.git('commit', '-qm', 'first');
    });
    afterAll(() => {
      hostile.remove();
      rmSync(marks, { recursive: true });
    });

    test('GIVEN a configuration that starts programs WHEN it is planned THEN none is started', () => {
      hostile.git('config', 'core.fsmonitor', mark('fsmonitor'));
      hostile.git('config', 'core.pager', mark('pager'));
      hostile.git('config', 'diff.external', mark('external'));
      hostile.git('config', 'diff.x.textconv', mark('textconv'));
      hostile.git('config', 'filter.x.smudge', mark('smudge'));
      hostile.git('config', 'core.hooksPath', join(marks, 'hooks'));
      hostile.git('config', 'alias.rev-parse', `!${mark('alias')}`);
      hostile.git('config', 'remote.origin.url', `ext::${mark('ext')}`);
      hostile.git('config', 'protocol.ext.allow', 'always');
      hostile.git('config', 'remote.origin.promisor', 'true');
      hostile.git('config', 'extensions.partialClone', 'origin');
      // an object that a partial clone does not have is fetched from the remote, whatever that is
      const id = hostile.git('rev-parse', 'HEAD:dist/production/messaging/sqs.yaml');
      rmSync(join(hostile.root, '.git', 'objects', id.slice(0, 2), id.slice(2)));
      hostile.write('dist/production/messaging/sqs.yaml', queue('other'));
      const { status, stderr } = hostile.plan('--base', 'main');
      expect(stderr).toMatch(/sqs\.yaml: git cannot read it .*a partial clone does not have it/);
      expect(status).toBe(2);
      expect(readdirSync(marks)).toEqual([]);
    });

    test('GIVEN variables that point git elsewhere WHEN it is planned THEN they are not asked', () => {
      const { stderr } = spawnSync(process.execPath, [PROGRAM, 'plan', '--base', 'nothing'], {
        cwd: hostile.root,
        encoding: 'utf8',
        env: {
          ...process.env,
          GIT_DIR: '/nowhere',
          GIT_OBJECT_DIRECTORY: '/nowhere',
          GIT_EXEC_PATH: '/nowhere',
          GIT_TRACE: join(marks, 'trace'),
        },
      });
      expect(stderr).toContain('--base nothing: neither a revision of this repository nor a folder');
      expect(readdirSync(marks)).toEqual([]);
    });

    const isRoot = process.getuid?.() === 0;
    (isRoot ? test : test.skip)(
      "GIVEN somebody else's repository WHEN it is planned THEN git's refusal is explained",
      () => {
        chownSync(hostile.root, 65_534, 65_534);
        chownSync(join(hostile.root, '.git'), 65_534, 65_534);
        const { status, stderr } = hostile.plan('--base', 'main');
        expect(stderr).toMatch(/belongs to somebody else; if you trust it, git config --global --add safe.directory/);
        expect(status).toBe(2);
      },
    );
  });

  test('GIVEN the sources WHEN git is looked for THEN one function starts it', () => {
    const starting = readdirSync(join(ENGINE, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .filter((path) => /(?:spawn|exec)\w*\(\s*'git'/.test(readFileSync(join(ENGINE, 'src', path), 'utf8')));
    expect(starting).toEqual(['plan/source/run-git.ts']);
  });

  test('GIVEN no git repository WHEN no base is named THEN the error asks for a folder', () => {
    const bare = new Copy();
    try {
      bare.write('dist/production/messaging/sqs.yaml', queue('a'));
      const { status, stderr } = bare.plan();
      expect(stderr).toMatch(/not a git repository; name a folder/);
      expect(status).toBe(2);
    } finally {
      bare.remove();
    }
  });
});
