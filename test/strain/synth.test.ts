import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checksum, platform, platformAsync, ROOT } from '../repository';

/** `ROUNDS=full npm test` runs the whole numbers: 100 synths and 50 kills. */
const FULL = process.env['ROUNDS'] === 'full';
const SYNTHS = FULL ? 100 : 10;
const KILLS = FULL ? 50 : 10;
const AT_ONCE = 2;

describe('synth under strain', () => {
  const work = mkdtempSync(join(tmpdir(), 'synth-'));
  afterAll(() => rmSync(work, { recursive: true }));

  test(`GIVEN ${SYNTHS} runs under different time zones, languages and orders of environments THEN all write the same bytes`, async () => {
    const zones = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati', 'America/St_Johns'];
    const languages = ['C', 'en_US.UTF-8', 'tr_TR.UTF-8', 'de_DE.UTF-8', 'zh_CN.UTF-8', 'ar_EG.UTF-8', 'sv_SE.UTF-8'];
    const orders = [
      [],
      ['production', 'staging', 'development'],
      ['development', 'staging', 'production'],
      ['staging', 'production', 'development'],
    ];
    const checksums = new Set<string>();
    for (let start = 0; start < SYNTHS; start += AT_ONCE)
      await Promise.all(
        Array.from({ length: AT_ONCE }, async (_, offset) => {
          const round = start + offset;
          const outdir = join(work, `round-${round}`);
          const environment = orders[round % orders.length]!.flatMap((name) => ['--environment', name]);
          const language = languages[round % languages.length]!;
          const env = { TZ: zones[round % zones.length], LANG: language, LC_ALL: language };
          expect(await platformAsync(['synth', '--outdir', outdir, ...environment], env)).toBe(0);
          checksums.add(checksum(outdir));
          rmSync(outdir, { recursive: true });
        }),
      );
    expect([...checksums]).toEqual([checksum(join(ROOT, 'dist'))]);
  }, 1_200_000);

  test(`GIVEN ${KILLS} runs killed at random moments THEN dist is always the old tree or the new one, and the next run works`, async () => {
    const outdir = join(work, 'dist');
    cpSync(join(ROOT, 'dist'), outdir, { recursive: true });
    const fresh = checksum(outdir);
    const edited = join(outdir, 'production/messaging/sqs.yaml');
    const text = readFileSync(edited, 'utf8');
    const makeOld = () => writeFileSync(edited, `${text}# the old tree\n`);
    makeOld();
    const old = checksum(outdir);
    const start = Date.now();
    platform(['synth', '--outdir', outdir]);
    const duration = Date.now() - start;

    const seen = new Set<string>();
    for (let round = 0; round < KILLS; round++) {
      makeOld();
      const child = spawn(process.execPath, ['packages/engine/bin/platform.js', 'synth', '--outdir', outdir], {
        cwd: ROOT,
        stdio: 'ignore',
      });
      const end = ended(child);
      // most rounds in the last third, where the files are written
      setTimeout(() => child.kill('SIGKILL'), duration * (round % 3 === 0 ? Math.random() : 0.6 + 0.5 * Math.random()));
      await end;
      const found = checksum(outdir);
      expect([old, fresh]).toContain(found);
      seen.add(found === old ? 'old' : 'new');
    }
    expect(seen.has('old')).toBe(true);
    expect(platform(['synth', '--outdir', outdir]).status).toBe(0);
    expect(checksum(outdir)).toBe(fresh);
  }, 1_200_000);
});

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('close', () => resolve()));
}
