import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** What a page runs and looks like. */
export interface Assets {
  readonly script: string;
  readonly style: string;
}

/** Bundles the page's own script and style from the sources of the repository at `root`. */
export function pageAssets(root: string): Assets {
  const folder = join(root, 'lib', 'page', 'browser');
  const { outputFiles } = buildSync({
    absWorkingDir: root,
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
