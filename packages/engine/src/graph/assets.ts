import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineFolder } from '../files';

/** What a page runs and looks like. */
export interface Assets {
  readonly script: string;
  readonly style: string;
}

/** The page's own script and style: as the package was built with them, or bundled from its sources. */
export function pageAssets(): Assets {
  const engine = engineFolder();
  const sources = join(engine, 'src', 'graph', 'browser');
  if (existsSync(sources)) return bundledAssets(sources);
  const textOf = (name: string) => readFileSync(join(engine, 'lib', 'page', name), 'utf8');
  return { script: textOf('main.js'), style: textOf('style.css') };
}

function bundledAssets(folder: string): Assets {
  const { buildSync } = require('esbuild') as typeof import('esbuild');
  const { outputFiles } = buildSync({
    absWorkingDir: folder,
    entryPoints: [join(folder, 'main.ts'), join(folder, 'style.css')],
    outdir: folder,
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'error',
    tsconfig: join(folder, 'tsconfig.json'),
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))!.text.trim();
  return { script: textOf('.js'), style: textOf('.css') };
}
