/**
 * The attributes that every user pool has:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
export const STANDARD_ATTRIBUTES = [
  'address',
  'birthdate',
  'email',
  'email_verified',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'phone_number_verified',
  'picture',
  'preferred_username',
  'profile',
  'updated_at',
  'website',
  'zoneinfo',
] as const;

/** Cognito alone writes them. */
export const READ_ONLY_ATTRIBUTES: readonly string[] = ['email_verified', 'phone_number_verified'];

/** What applications and providers may name: a standard attribute, or one of the pool's own with `custom:` in front. */
export type UserAttribute = (typeof STANDARD_ATTRIBUTES)[number] | `custom:${string}`;

/** Whether a pool with these own attributes has one of that name. */
export function isUserAttribute(name: string, own: readonly string[]): boolean {
  const isStandard = (STANDARD_ATTRIBUTES as readonly string[]).includes(name);
  return isStandard || (name.startsWith('custom:') && own.includes(name.slice('custom:'.length)));
}
