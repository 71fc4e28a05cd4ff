/**
 * What tags were when they were looked up, of images whose version another file says: an image by digest is the same
 * tomorrow, whoever owns its registry. Indexes of all architectures, each read in two places that do not know of each
 * other. A version that is raised loses its digest until somebody adds it: docs/images.md.
 */
export const DIGESTS: Readonly<Record<string, string>> = {
  'quay.io/argoproj/argo-rollouts:v1.9.1': 'sha256:15c0d41f2c69a382d4399bcb28ed4f03ee9f58b56cfc9e6cd55bcbf0f311c06d',
  'quay.io/prometheus/prometheus:v3.14.0-distroless':
    'sha256:50c707e96da5ade383cb1707790576480485e93de06aa60ad8802cb5f744bd0a',
  'registry.k8s.io/external-dns/external-dns:v0.21.0':
    'sha256:f53faaf71cb270d1ca9dce6ea0c94bfebf1a18696263487f0fbc74b9bf2bd7ff',
  'xpkg.crossplane.io/crossplane/crossplane:v2.3.4':
    'sha256:cea30c75198e8cee8e9a4fcb003b158750d345ca91831876de38989c11cbf94c',
};

/**
 * The tag with its digest behind it, as charts write it behind the repository; the tag alone where no digest is known.
 */
export function tagWithDigest(repository: string, tag: string): string {
  const digest = DIGESTS[`${repository}:${tag}`];
  return digest === undefined ? tag : `${tag}@${digest}`;
}
