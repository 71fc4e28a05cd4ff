import { LambdaFunction } from './lambda-function';

/** A function that AWS calls: one of ours, which lets its callers in, or by its ARN one whose callers are let in elsewhere. */
export type Invoked = LambdaFunction | { readonly arn: string };

/** Lets an AWS service invoke a function of ours on behalf of one of its objects; `caller` names that object in one word. */
export function letInvoke(
  invoked: Invoked,
  { service, caller, sourceArn }: { readonly service: string; readonly caller: string; readonly sourceArn: string },
): void {
  if (invoked instanceof LambdaFunction) invoked.allowInvoke(service, caller, sourceArn);
}
