import { dirname } from 'node:path';

/** The folder of this package: its data files are found from there, wherever its code was bundled to. */
export function engineFolder(): string {
  folder ??= dirname(require.resolve('@aws-platform/engine/package.json'));
  return folder;
}
let folder: string | undefined;
