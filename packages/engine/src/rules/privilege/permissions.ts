type Fields = Readonly<Record<string, unknown>>;

interface Permission {
  /** The field that names who is let in. */
  readonly path: string;
  /** The policy of one statement that AWS adds to the resource. */
  readonly document: Fields;
}

/**
 * The policy of an object that is a statement itself: a function's permission
 * (https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html) or an event bus's
 * (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html). `key` is the kind as
 * `physicalKeyOf` has it. Undefined for every other kind.
 */
export function permissionPolicyOf(key: string, fields: Fields): Permission | undefined {
  if (/^(?:lambda|cloudwatchevents)\.aws\.(?:m\.)?upbound\.io\/Permission$/.test(key))
    return permission('spec.forProvider.principal', fields['principal'], fields['action'], {
      'aws:SourceAccount': fields['sourceAccount'],
      'aws:SourceArn': fields['sourceArn'],
      'aws:PrincipalOrgID': fields['principalOrgId'] ?? organizationOf(fields['condition']),
    });
  if (key === 'AWS::Lambda::Permission' || key === 'AWS::Events::EventBusPolicy')
    return permission('spec.forProvider.desiredState', fields['Principal'], fields['Action'], {
      'aws:SourceAccount': fields['SourceAccount'],
      'aws:SourceArn': fields['SourceArn'],
      'aws:PrincipalOrgID': fields['PrincipalOrgID'] ?? organizationOf(fields['Condition']),
    });
  return undefined;
}

function permission(path: string, principal: unknown, action: unknown, keys: Fields): Permission | undefined {
  if (typeof principal !== 'string') return undefined;
  const isService = principal.endsWith('.amazonaws.com');
  const isEverybody = principal === '*';
  const conditions = Object.entries(keys).filter(([, value]) => typeof value === 'string');
  return {
    path,
    document: {
      Statement: {
        Effect: 'Allow',
        Principal: isEverybody ? '*' : { [isService ? 'Service' : 'AWS']: principal },
        Action: action,
        ...(conditions.length > 0 && { Condition: { StringLike: Object.fromEntries(conditions) } }),
      },
    },
  };
}

/** An event bus's condition has one key only: the organization. */
function organizationOf(condition: unknown): unknown {
  const [one] = [condition].flat();
  const { value, Value } = Object(one) as Fields;
  return value ?? Value;
}
