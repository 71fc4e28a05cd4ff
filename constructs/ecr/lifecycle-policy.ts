import { canonicalJson } from '@aws-platform/engine/manifests';
import type { Duration } from 'cdk8s';

/**
 * Which images of a repository go, and when. Bounds:
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html
 */
export interface ImageRule {
  /**
   * Those that lost their tag; those with tags that match every one of the patterns, with at most four `*` each; or
   * all.
   */
  readonly images: 'untagged' | 'any' | { readonly tags: readonly string[] };
  /** All but the newest, 1 or more; or those pushed longer ago, a day or more. */
  readonly expire: { readonly allBut: number } | { readonly after: Duration };
}

/**
 * By what they are for, in the order in which ECR applies them; `any` is the last. An image is counted by one rule
 * only.
 */
export type ImageRules = Readonly<Record<string, ImageRule>>;

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html */
const MOST_RULES = 50;
/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutLifecyclePolicy.html */
const MOST_TEXT = 30_720;

/** What AWS would refuse of a repository's rules. */
export function* imageRuleProblems(rules: ImageRules): Generator<string> {
  const entries = Object.entries(rules);
  if (entries.length === 0 || entries.length > MOST_RULES)
    yield `lifecycle has ${entries.length} rules, 1 to ${MOST_RULES} are allowed`;
  const seen = new Map<string, string>();
  for (const [index, [name, rule]] of entries.entries()) {
    const where = `lifecycle.${name}`;
    if (rule.images === 'any' && index < entries.length - 1) yield `${where}: a rule for any image has to be the last`;
    const same = canonicalJson(rule.images);
    const twin = seen.get(same);
    if (twin !== undefined) yield `${where} is for the same images as lifecycle.${twin}, which takes them all`;
    seen.set(same, name);
    yield* ruleProblems(where, rule);
  }
  if (lifecycleJson(rules).length > MOST_TEXT)
    yield `lifecycle has ${lifecycleJson(rules).length} characters, at most ${MOST_TEXT} are allowed`;
}

function* ruleProblems(where: string, { images, expire }: ImageRule): Generator<string> {
  if (typeof images === 'object') {
    if (images.tags.length === 0) yield `${where}: tags is empty, at least one pattern is needed`;
    for (const tag of images.tags)
      if (!/^[\w.*-]{1,128}$/.test(tag) || tag.split('*').length > 5)
        yield `${where}: '${tag}' is not allowed, only 1 to 128 letters, digits and . _ - with at most four *`;
  }
  const [what, count] = 'allBut' in expire ? ['allBut', expire.allBut] : ['after (days)', expire.after.toDays()];
  if (!Number.isInteger(count) || count < 1) yield `${where}: expire.${what} is ${count}, 1 or more is allowed`;
}

/** As ECR takes them: a rule's priority is its place. */
export function lifecycleJson(rules: ImageRules): string {
  return canonicalJson({
    rules: Object.entries(rules).map(([description, { images, expire }], index) => ({
      rulePriority: index + 1,
      description,
      selection: {
        ...(typeof images === 'object' ? { tagStatus: 'tagged', tagPatternList: images.tags } : { tagStatus: images }),
        ...('allBut' in expire
          ? { countType: 'imageCountMoreThan', countNumber: expire.allBut }
          : { countType: 'sinceImagePushed', countUnit: 'days', countNumber: expire.after.toDays() }),
      },
      action: { type: 'expire' },
    })),
  });
}
