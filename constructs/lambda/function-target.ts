import { LambdaFunction } from './function';

/**
 * A function that AWS calls: one of ours, which lets its callers in, or by its ARN one whose callers are let in
 * elsewhere.
 */
export type FunctionTarget = LambdaFunction | { readonly arn: string };

/**
 * Lets an AWS service invoke a function of ours on behalf of one of its objects; `caller` names that object in one
 * word.
 */
export function allowInvoke(
  target: FunctionTarget,
  { service, caller, sourceArn }: { readonly service: string; readonly caller: string; readonly sourceArn: string },
): void {
  if (target instanceof LambdaFunction) target.allowInvoke(service, caller, sourceArn);
}
