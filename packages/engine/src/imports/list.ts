import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../errors';
import { readRegularText } from '../files';
import { readYaml } from '../manifests';

const FILE = 'cdk8s.yaml';
const schema = z.object({ imports: z.array(z.string()).min(1) });

/** The CRD files named in `cdk8s.yaml`, in its order. Throws `InputError` for a URL that is not pinned or not safe. */
export function readImportList(root: string): string[] {
  const text = readRegularText(join(root, FILE), FILE);
  let document: unknown;
  try {
    [document] = readYaml(text);
  } catch (error) {
    throw new InputError(`${FILE}: ${(error as Error).message}`);
  }
  const result = schema.safeParse(document);
  if (!result.success) throw new InputError(`${FILE}: 'imports' must be a list of at least one URL`);
  const { imports } = result.data;
  for (const [index, url] of imports.entries()) {
    checkUrl(url, index);
    if (imports.indexOf(url) !== index) throw new InputError(`${FILE}: imports[${index}]: ${url} is listed twice`);
  }
  return imports;
}

function checkUrl(text: string, index: number): void {
  const where = `${FILE}: imports[${index}]: ${text}`;
  if (!URL.canParse(text)) throw new InputError(`${where} is not a URL`);
  const { protocol, hostname, pathname } = new URL(text);
  const loopback = hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
  if (protocol !== 'https:' && !(protocol === 'http:' && loopback))
    throw new InputError(`${where}: only https is allowed`);
  if (!/^\/[^/]+\/[^/]+\/v?\d[^/]*\/.+\.ya?ml$/.test(pathname))
    throw new InputError(`${where} is not pinned: allowed is /<owner>/<repository>/<release tag>/<path>.yaml`);
}

/** `aws-controllers-k8s/sqs-controller` and `v1.6.1` of a pinned URL. */
export function upstreamOf(url: string): { readonly repository: string; readonly ref: string } {
  const [, owner, name, ref] = new URL(url).pathname.split('/');
  return { repository: `${owner}/${name}`, ref: ref ?? '' };
}
