import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../src/errors';
import { recover, replaceFolder } from '../../src/files/replace-folder';

describe('replaceFolder', () => {
  const parent = mkdtempSync(join(tmpdir(), 'replace-'));
  const target = join(parent, 'dist');
  const content = () => readdirSync(target).map((name) => `${name}=${readFileSync(join(target, name), 'utf8')}`);

  beforeEach(() => {
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target);
    writeFileSync(join(target, 'old'), '1');
  });
  afterAll(() => rmSync(parent, { recursive: true }));

  test('GIVEN a folder WHEN it is replaced THEN only the new files are there, and nothing lies beside it', () => {
    replaceFolder(target, (folder) => writeFileSync(join(folder, 'new'), '2'));
    expect(content()).toEqual(['new=2']);
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test('GIVEN a fill that fails half-way WHEN it throws THEN the old folder is untouched and nothing lies beside it', () => {
    const fill = (folder: string) => {
      writeFileSync(join(folder, 'new'), '2');
      throw Object.assign(new Error('write'), { code: 'ENOSPC' });
    };
    expect(() => replaceFolder(target, fill)).toThrow(InputError);
    expect(() => replaceFolder(target, fill)).toThrow('no space left on the disk (ENOSPC); it is as it was before');
    expect(content()).toEqual(['old=1']);
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test('GIVEN a run killed between its two renames WHEN the next one begins THEN it puts the folder back', () => {
    const dead = 999_999_999;
    mkdirSync(join(parent, `.dist.${dead}.old`));
    writeFileSync(join(parent, `.dist.${dead}.old`, 'old'), '1');
    mkdirSync(join(parent, `.dist.${dead}.new`));
    rmSync(target, { recursive: true });
    recover(target);
    expect(content()).toEqual(['old=1']);
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test("GIVEN another run's folder in the making WHEN this one begins THEN it is left alone", () => {
    const running = join(parent, `.dist.${process.ppid}.new`);
    mkdirSync(running);
    recover(target);
    expect(existsSync(running)).toBe(true);
    rmSync(running, { recursive: true });
  });
});
