import { type IamAction, iamService } from '../../aws';
import { globsMeet, type IamStatement, statementsOf } from '../../iam';
import { ofEachDocument } from '../of-each';
import type { Problem, Rule } from '../rule';
import type { EmbeddedDocument } from './document';

export const iamResource: Rule = {
  id: 'iam-resource',
  group: 'documents',
  reason: 'A statement whose resources are none of the kinds that its action works on grants nothing.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  check: ofEachDocument(['iam-policy'], problemsOf),
};

function* problemsOf({ object, path, value }: EmbeddedDocument): Generator<Problem> {
  for (const statement of statementsOf(value)) {
    const wrong = wrongWith(statement);
    if (wrong) yield { object, path, message: `${statement.path}: ${wrong}` };
  }
}

function wrongWith({ effect, actions, resources: written }: IamStatement): string | undefined {
  // policy variables and values that kro puts in stand for any text
  const resources = written?.map((resource) => resource.replace(/\$\{[^}]*\}/g, '*'));
  if (resources === undefined || resources.includes('*')) return undefined;
  const shapeless = resources.find((resource) => !/^arn:[^:]*:[^:]*:[^:]*:[^:]*:./.test(resource));
  if (shapeless !== undefined) return `'${shapeless}' is no ARN: arn:partition:service:region:account:resource`;
  if (effect !== 'Allow') return undefined;
  for (const name of actions) {
    const [prefix = '', action = ''] = name.split(':', 2);
    const service = iamService(prefix);
    const known = service?.actions.get(action.toLowerCase());
    if (!service || !known) continue;
    if (known.resourceTypes.length === 0) return `${name} cannot be limited to a resource: IAM knows only '*' for it`;
    const arns = templatesOf(known, service.arns);
    if (arns.length > 0 && !resources.some((resource) => arns.some((arn) => fits(resource, arn))))
      return `${name} works on ${arns.join(', ')}; none of the resources is one`;
  }
  return undefined;
}

function templatesOf({ resourceTypes }: IamAction, arns: ReadonlyMap<string, readonly string[]>): string[] {
  return resourceTypes.flatMap(({ name }) => arns.get(name) ?? []);
}

/** `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}` stands for every ARN of that shape. */
function fits(resource: string, template: string): boolean {
  const [, , service = '', ...rest] = template.replace(/\$\{[^}]*\}/g, '*').split(':');
  const parts = resource.split(':');
  // a part between colons never reaches over them, and a region or an account may be left out where the service has
  // none
  const [, , ours = '', region = '', account = '', ...tail] = parts;
  const [theirRegion = '', theirAccount = '', ...theirTail] = rest;
  return (
    globsMeet(ours, service) &&
    (region === '' || globsMeet(region, theirRegion)) &&
    (account === '' || globsMeet(account, theirAccount)) &&
    globsMeet(tail.join(':'), theirTail.join(':'))
  );
}
