/** A value that is known only after its producer was created: which object, and where in it. */
export interface LateValue {
  readonly apiVersion: string;
  readonly kind: string;
  /** Its name in Kubernetes. */
  readonly name: string;
  readonly namespace: string;
  /** `status.id`, `status.domainValidations[0].resourceRecord.name`. */
  readonly path: string;
  /** The consumer has to wait until a field of the producer has this value. */
  readonly once?: { readonly path: string; readonly equals: string };
  /** A part of the value that the consumer does not take. */
  readonly without?: string;
}

/**
 * Stands in a manifest for a late value until synth decides how to wire it. Nothing in it needs an escape in JSON, so
 * it survives templates and JSON inside strings.
 */
const TOKEN = /⟦([^⟦⟧]*)⟧/g;
const SEPARATOR = '|';

/** The text that stands for a late value. */
export function lateToken({ apiVersion, kind, name, namespace, path, once, without }: LateValue): string {
  const wait = once ? [once.path, once.equals] : without === undefined ? [] : ['', ''];
  const parts = [apiVersion, kind, namespace, name, path, ...wait, ...(without === undefined ? [] : [without])];
  return `⟦${parts.join(SEPARATOR)}⟧`;
}

/** What a text is made of: pieces as they are, and late values. One late value alone is the whole of the field. */
export function piecesOf(text: string): (string | LateValue)[] {
  const pieces: (string | LateValue)[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > end) pieces.push(text.slice(end, match.index));
    pieces.push(parse(match[1]!));
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

export function holdsLate(text: string): boolean {
  return text.includes('⟦');
}

function parse(body: string): LateValue {
  const [apiVersion = '', kind = '', namespace = '', name = '', path = '', oncePath = '', equals = '', without] =
    body.split(SEPARATOR);
  const once = oncePath === '' ? undefined : { path: oncePath, equals };
  return { apiVersion, kind, namespace, name, path, ...(once && { once }), ...(without !== undefined && { without }) };
}
