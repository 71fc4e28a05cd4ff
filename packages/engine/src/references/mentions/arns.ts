import type { Field, Mention } from '../mention';

/** An ARN of an account's object or of a bucket, whose ARN names no account, up to what ends it inside JSON or text. */
const ARN = /arn:aws[a-z-]*:(?:[a-z0-9-]+:[a-z0-9-]*:\d{12}|s3::):[^\s"'`\\,;)}\]<>]+/g;
const QUEUE_URL = /https:\/\/sqs\.([a-z0-9-]+)\.amazonaws\.com\/(\d{12})\/([A-Za-z0-9_.-]+)/g;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html */
const BUCKET_DOMAIN = /^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\.s3\.[a-z0-9-]+\.amazonaws\.com$/;

/**
 * The ARNs, queue URLs and buckets' domains in a text. In a policy only principals must exist: AWS refuses to save an
 * unknown one, and takes any resource and condition.
 */
export function arnMentions({ value, path }: Field): Mention[] {
  if (typeof value !== 'string') return [];
  const mentions: Mention[] = [];
  if (value.includes('arn:')) {
    const arns = value.match(ARN) ?? [];
    const isPolicy = isPolicyText(value);
    const principals = isPolicy && value.includes('"AWS":') ? JSON.stringify(principalsOf(value)) : '';
    for (const arn of new Set(arns.filter((found) => !found.includes('${'))))
      mentions.push({ by: 'arn', arn, path, needed: !isPolicy || principals.includes(`"${arn}"`) });
  }
  if (value.includes('https://sqs.'))
    for (const [, region, account, name] of value.matchAll(QUEUE_URL))
      mentions.push({ by: 'arn', arn: `arn:aws:sqs:${region}:${account}:${name}`, path, needed: true });
  const bucket = BUCKET_DOMAIN.exec(value)?.[1];
  // AWS takes the domain of a bucket that does not exist yet, and a bucket's policy speaks of who reads it
  if (bucket !== undefined) mentions.push({ by: 'arn', arn: `arn:aws:s3:::${bucket}`, path, needed: false });
  return mentions;
}

function isPolicyText(text: string): boolean {
  return text.startsWith('{') && (text.includes('"Statement":') || text.includes('"redrivePermission":'));
}

function principalsOf(text: string): unknown[] {
  try {
    const { Statement = [] } = JSON.parse(text) as { Statement?: { Principal?: unknown }[] };
    return [Statement].flat().map((statement) => statement?.Principal);
  } catch {
    return [];
  }
}
