import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { ROOT } from '../repository';

/** A page, and where it leads inside the repository. */
interface Link {
  readonly page: string;
  readonly target: string;
}

const FENCED = /^( *)(?:\d+\. )?```[\s\S]*?^ *```$/gm;

/** Links of a page that stay in the repository: not those in code. */
function linksOf(page: string, markdown: string): Link[] {
  const text = markdown.replace(FENCED, '').replace(/`[^`\n]*`/g, 'code');
  const inline = [...text.matchAll(/\]\(([^()\s]+)(?: "[^"]*")?\)/g)].map(([, target = '']) => target);
  const references = [...text.matchAll(/^\[[^\]]+\]: (\S+)$/gm)].map(([, target = '']) => target);
  return [...inline, ...references]
    .filter((target) => !/^[a-z][a-z0-9+.-]*:/.test(target))
    .map((target) => ({ page, target }));
}

/** What GitHub makes of headings: https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#section-links */
function anchorsOf(markdown: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of markdown.replace(FENCED, '').matchAll(/^#{1,6} (.+)$/gm)) {
    const plain = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    let anchor = plain;
    for (let twin = 1; anchors.has(anchor); twin++) anchor = `${plain}-${twin}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** Why a link leads nowhere; undefined where it leads somewhere. */
function problemOf({ page, target }: Link): string | undefined {
  const [path = '', anchor] = decodeURIComponent(target).split('#');
  // GitHub reads a leading slash from the repository's root
  const file = path === '' ? page : normalize(path.startsWith('/') ? path.slice(1) : join(dirname(page), path));
  if (!existsSync(join(ROOT, file))) return `${page}: ${target}: there is no ${file}`;
  if (anchor === undefined) return undefined;
  if (!file.endsWith('.md') || statSync(join(ROOT, file)).isDirectory()) return undefined;
  const anchors = anchorsOf(readFileSync(join(ROOT, file), 'utf8'));
  return anchors.has(anchor) ? undefined : `${page}: ${target}: ${file} has no such heading`;
}

const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((page) => page !== '' && !page.startsWith('imports/') && existsSync(join(ROOT, page)));

describe('pages', () => {
  test('GIVEN every page WHEN its links are followed THEN each leads to a file and a heading that are there', () => {
    const links = pages.flatMap((page) => linksOf(page, readFileSync(join(ROOT, page), 'utf8')));
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/diff.md']));
    expect(links.length).toBeGreaterThan(50);
    expect(links.flatMap((link) => problemOf(link) ?? [])).toEqual([]);
  });

  test.each([
    ['a file that is not there', 'docs/nowhere.md', 'there is no docs/nowhere.md'],
    ['a heading that is not there', 'docs/plan.md#nowhere', 'docs/plan.md has no such heading'],
    ['a heading of its own that is not there', '#nowhere', 'README.md has no such heading'],
  ])('GIVEN a link to %s WHEN it is followed THEN it is told', (_, target, message) => {
    expect(linksOf('README.md', `see [this](${target}), not [that](https://example.com) or \`[x](y)\``)).toEqual([
      { page: 'README.md', target },
    ]);
    expect(problemOf({ page: 'README.md', target })).toContain(message);
  });

  test('GIVEN headings with code, marks and twins WHEN they are named THEN as GitHub does', () => {
    expect([...anchorsOf('# A `b.c`: d\n\n## Same\n\n## Same\n\n```sh\n# no heading\n```\n')]).toEqual([
      'a-bc-d',
      'same',
      'same-1',
    ]);
  });
});
