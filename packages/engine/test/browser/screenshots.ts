import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platform, REPOSITORY } from '../engine';
import { chromiumPath, launch } from './chromium';

interface Shot {
  readonly name: string;
  readonly address: string;
  readonly colours: 'light' | 'dark';
  readonly height: number;
}

/** The pictures of docs/graph.md, made from production as it is committed. */
const SHOTS: readonly Shot[] = [
  { name: 'graph-overview', address: '#/', colours: 'light', height: 960 },
  { name: 'graph-network', address: '#/network', colours: 'dark', height: 760 },
  {
    name: 'graph-object',
    address: '#/object/sqs.services.k8s.aws/Queue/aws/processing-queue',
    colours: 'light',
    height: 900,
  },
];

const FOLDER = join(REPOSITORY, 'docs', 'images');

async function main(): Promise<void> {
  if (chromiumPath === undefined) throw new Error('no Chromium: apt-get install chromium, or name one in CHROMIUM');
  const folder = mkdtempSync(join(tmpdir(), 'screenshots-'));
  const file = join(folder, 'graph.html');
  for (const out of [file, join(FOLDER, 'graph.svg')]) {
    const { status, stderr } = platform(['graph', '--out', out]);
    if (status !== 0) throw new Error(stderr);
  }
  const browser = await launch();
  try {
    for (const { name, address, colours, height } of SHOTS) {
      const page = await browser.newPage({ viewport: { width: 1440, height }, colorScheme: colours });
      await page.goto(`file://${file}${address}`);
      await page.waitForSelector('html[data-ready]');
      await page.screenshot({ path: join(FOLDER, `${name}.png`) });
      await page.close();
      console.log(`wrote docs/images/${name}.png`);
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
