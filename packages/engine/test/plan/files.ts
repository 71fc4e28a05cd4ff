import { stringifyAll } from '../../src/manifests/yaml';
import { type Plan, type PlanOptions, plan } from '../../src/plan/report';
import type { ManifestFile, ManifestFiles } from '../../src/plan/source/files';
import { schemasOf } from '../../src/schema/default';

/** Trees that stand in no folder: texts, or objects, by path. */
export function filesOf(tree: Readonly<Record<string, string | readonly unknown[]>>): ManifestFiles {
  const texts = new Map<ManifestFile, string>(
    Object.entries(tree).map(([path, content]) => {
      const text = typeof content === 'string' ? content : stringifyAll(content);
      return [{ path, shown: path, id: `${path} ${text}` }, text];
    }),
  );
  return { files: [...texts.keys()], read: (files) => new Map(files.map((file) => [file, texts.get(file)!])) };
}

export const schemas = schemasOf();

export function planOf(
  base: Readonly<Record<string, string | readonly unknown[]>>,
  head: Readonly<Record<string, string | readonly unknown[]>>,
  options: Partial<PlanOptions> = {},
): Plan {
  return plan(filesOf(base), filesOf(head), { schemas, acknowledged: () => [], today: '2026-11-23', ...options });
}
