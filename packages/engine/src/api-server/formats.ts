import { isIPv6 } from 'node:net';

/**
 * The string formats that the server checks. Others are only documentation.
 * https://github.com/kubernetes/kubernetes/blob/v1.36.3/staging/src/k8s.io/apiextensions-apiserver/pkg/apiserver/validation/formats.go
 */
const formats: Readonly<Record<string, (text: string) => boolean>> = {
  byte: (text) => /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/.test(text),
  cidr: (text) => {
    const [address = '', prefix = '', rest] = text.split('/');
    if (rest !== undefined || !/^\d{1,3}$/.test(prefix)) return false;
    return (isIPv4(address) && Number(prefix) <= 32) || (isIPv6(address) && Number(prefix) <= 128);
  },
  date: (text) => isDate(text),
  datetime: isDateTime,
  duration: isDuration,
  email: (text) => /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/.test(text),
  hostname: isHostname,
  ipv4: isIPv4,
  ipv6: isIPv6,
  mac: (text) =>
    /^(?:[0-9a-fA-F]{2}([:-])(?:[0-9a-fA-F]{2}\1){4}[0-9a-fA-F]{2}|(?:[0-9a-fA-F]{4}\.){2}[0-9a-fA-F]{4})$/.test(text),
  password: () => true,
  /** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
  xkubernetesquantity: (text) => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/.test(text),
  uri: (text) => /^(?:\/|[A-Za-z][A-Za-z0-9+.-]*:)\S*$/.test(text) && !/%(?![0-9a-fA-F]{2})/.test(text),
  uuid: (text) => /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(text),
};

/** Whether the server knows a format of strings; others it ignores. */
export function isKnownFormat(format: string): boolean {
  return Object.hasOwn(formats, format.replaceAll('-', ''));
}

/** Whether a text has a format; every text has one that the server does not check. */
export function hasFormat(format: string, text: string): boolean {
  return formats[format.replaceAll('-', '')]?.(text) ?? true;
}

/** Leading zeros are tolerated, as old Go versions did. */
function isIPv4(text: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255);
}

function isDate(text: string): boolean {
  const [year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** RFC 3339; the server's reader takes a lower-case t and z, and hours up to 23 only. */
function isDateTime(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|[+-](\d{2}):?(\d{2}))$/.exec(text);
  return (
    match !== null &&
    Number(match[2]) <= 23 &&
    Number(match[3]) <= 59 &&
    Number(match[4]) <= 60 &&
    isDateLike(match[1]!)
  );
}

function isDateLike(text: string): boolean {
  const [, month = 0, day = 0] = text.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** Go's form (`1h30m`), or numbers with spelled-out units (`2 days`). */
function isDuration(text: string): boolean {
  if (/^[+-]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.test(text)) return true;
  const units = /^(?:ns|nano|us|µs|micro|ms|milli|s$|sec|m$|min|h$|hr|hour|d$|day|w$|wk|week)/;
  return [...text.matchAll(/((\d+)\s*([A-Za-zµ]+))/g)].some(([, , , unit = '']) => units.test(unit.toLowerCase()));
}

function isHostname(text: string): boolean {
  return (
    text.length <= 255 &&
    text.split('.').every((part) => /^[\p{L}\p{S}\p{N}](?:[\p{L}\p{S}\p{N}-]{0,61}[\p{L}\p{S}\p{N}])?$/u.test(part))
  );
}
