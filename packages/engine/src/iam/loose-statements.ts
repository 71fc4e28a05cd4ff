import { isRecord } from '../manifests';

/** A statement with its lists spelt out. */
export interface IamStatement {
  /** `Statement[0]`. */
  readonly path: string;
  readonly sid?: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  /** Undefined in trust policies and where an attached policy's resource is its own object. */
  readonly resources?: readonly string[];
  readonly notResources?: readonly string[];
  readonly principal?: unknown;
  readonly notPrincipal?: unknown;
  readonly conditions?: unknown;
}

/** The statements of a policy document; empty for what is none. */
export function statementsOf(document: unknown): IamStatement[] {
  if (!isRecord(document)) return [];
  const { Statement = [] } = document;
  return [Statement].flat().flatMap((statement, index): IamStatement[] => {
    if (!isRecord(statement)) return [];
    return [
      {
        path: `Statement[${index}]`,
        sid: typeof statement['Sid'] === 'string' ? statement['Sid'] : undefined,
        effect: String(statement['Effect']),
        actions: texts(statement['Action']),
        notActions: texts(statement['NotAction']),
        resources: statement['Resource'] === undefined ? undefined : texts(statement['Resource']),
        notResources: statement['NotResource'] === undefined ? undefined : texts(statement['NotResource']),
        principal: statement['Principal'],
        notPrincipal: statement['NotPrincipal'],
        conditions: statement['Condition'],
      },
    ];
  });
}

/** Every principal that a statement names: `*`, ARNs, accounts and services. */
export function principalsOf({ principal }: IamStatement): string[] {
  if (typeof principal === 'string') return [principal];
  return isRecord(principal) ? Object.values(principal).flatMap(texts) : [];
}

function texts(value: unknown): string[] {
  return [value].flat().filter((item) => typeof item === 'string');
}
