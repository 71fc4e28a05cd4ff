import { isRecord } from '../../../packages/engine/src/manifests';

/** A template as CloudFormation reads it. */
export interface CfnTemplate {
  readonly Resources: Readonly<Record<string, CfnResource>>;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: unknown } }>
  >;
}

export interface CfnResource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

export interface Stack {
  readonly name: string;
  readonly region: string;
  readonly account: string;
  readonly template: CfnTemplate;
}

/** A value of a template with its functions carried out; of what only AWS knows, a text that says which. */
export function resolve(value: unknown, stack: Stack): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, stack));
  if (!isRecord(value)) return value;
  const [name, argument] = Object.entries(value)[0] ?? [];
  switch (name) {
    case 'Ref':
      return refOf(String(argument), stack);
    case 'Fn::GetAtt':
      return attributeOf(argument as [string, string], stack);
    case 'Fn::Join': {
      const [separator, parts] = argument as [string, unknown[]];
      return parts.map((part) => String(resolve(part, stack))).join(separator);
    }
    case 'Fn::Sub':
      return String(argument).replaceAll(/\$\{([^}]*)\}/g, (_, key: string) => String(refOf(key, stack)));
    case 'Fn::If':
      return resolve((argument as unknown[])[1], stack);
    case 'Fn::ImportValue':
      return `import/${String(resolve(argument, stack))}`;
    default:
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, stack)]));
  }
}

function refOf(name: string, stack: Stack): string {
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::Partition': 'aws',
    'AWS::AccountId': stack.account,
    'AWS::Region': stack.region,
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack.name,
  };
  const known = pseudo[name];
  if (known !== undefined) return known;
  const resource = stack.template.Resources[name];
  return resource ? physicalName(name, resource, stack) : name;
}

function attributeOf([id, attribute]: readonly [string, string], stack: Stack): string {
  const resource = stack.template.Resources[id];
  if (!resource) throw new Error(`${stack.name}: has no resource ${id}`);
  return attribute === 'Arn' ? arnOfResource(id, resource, stack) : `${stack.name}/${id}.${attribute}`;
}

const NAMES: Readonly<Record<string, string>> = {
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::EKS::Cluster': 'Name',
  'AWS::Logs::LogGroup': 'LogGroupName',
};

/**
 * The written name, or one as CloudFormation makes up: it keeps the beginning of the stack's name where all is too
 * long.
 */
export function physicalName(id: string, { Type, Properties }: CfnResource, stack: Stack): string {
  const written = Properties[NAMES[Type] ?? ''];
  return written === undefined
    ? `${stack.name.slice(0, 24)}-${id.slice(0, 24)}-A1B2C3D4E5F6`
    : String(resolve(written, stack));
}

export function arnOfResource(id: string, resource: CfnResource, stack: Stack): string {
  const name = physicalName(id, resource, stack);
  const { account, region } = stack;
  const path = String(resource.Properties['Path'] ?? '/');
  switch (resource.Type) {
    case 'AWS::IAM::Role':
      return `arn:aws:iam::${account}:role${path}${name}`;
    case 'AWS::IAM::ManagedPolicy':
      return `arn:aws:iam::${account}:policy${path}${name}`;
    case 'AWS::Lambda::Function':
      return `arn:aws:lambda:${region}:${account}:function:${name}`;
    case 'AWS::EKS::Cluster':
      return `arn:aws:eks:${region}:${account}:cluster/${name}`;
    case 'AWS::Logs::LogGroup':
      return `arn:aws:logs:${region}:${account}:log-group:${name}`;
    case 'AWS::KMS::Key':
      return `arn:aws:kms:${region}:${account}:key/${id}`;
    default:
      return `arn:aws:unknown:${region}:${account}:${name}`;
  }
}
