const KEY = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u;

/** Whether AWS takes it as a tag's key; those that begin with `aws:` are its own. */
export function isTagKey(key: string): boolean {
  return KEY.test(key) && !/^aws:/i.test(key);
}

/** Tags in the shape that most ACK kinds take. */
export function tagList(tags: Readonly<Record<string, string>>): { key: string; value: string }[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

/** Tags in the shape that most CloudFormation types take. */
export function cloudFormationTags(tags: Readonly<Record<string, string>>): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
