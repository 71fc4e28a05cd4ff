import { quantityOf } from '../../schema';
import { isDnsSubdomain, isLabelValue, isQualifiedName } from '../names';
import type { Part } from './report';

const PERCENT = /^\d+%$/;
/** https://datatracker.ietf.org/doc/html/rfc6335#section-5.1 */
const SERVICE_NAME = /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9](?:-?[a-z0-9])*$/;

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors */
export function checkLabelSelector(selector: Part): void {
  checkLabels(selector.at('matchLabels'));
  for (const expression of selector.at('matchExpressions').items()) {
    const [key, operator, values] = [expression.at('key'), expression.at('operator'), expression.at('values')];
    key.mustBe(isQualifiedName, 'a qualified name');
    operator.mustBeOneOf('In', 'NotIn', 'Exists', 'DoesNotExist');
    if (['In', 'NotIn'].includes(operator.text)) values.require('is required for In and NotIn');
    if (['Exists', 'DoesNotExist'].includes(operator.text) && !values.isEmpty)
      values.refuse('is not allowed for Exists and DoesNotExist');
    for (const value of values.items()) value.mustBe(isLabelValue, 'a label value');
  }
}

export function checkLabels(labels: Part): void {
  for (const [name, value] of labels.fields()) {
    if (!isQualifiedName(name)) labels.refuse(`'${name}' is not a qualified name`);
    value.mustBe(isLabelValue, 'a label value');
  }
}

/**
 * Whether a selector selects what carries these labels. A label that is null is an empty one, as the server reads it.
 */
export function selects(selector: Part, labels: Part): boolean {
  const isSet = (key: string) => Object.hasOwn(labels.object, key);
  const wanted = selector.at('matchLabels').fields();
  if (!wanted.every(([name, value]) => isSet(name) && labels.at(name).text === value.text)) return false;
  return selector
    .at('matchExpressions')
    .items()
    .every((expression) => {
      const key = expression.at('key').text;
      const isListed = isSet(key) && expression.at('values').texts.includes(labels.at(key).text);
      switch (expression.at('operator').text) {
        case 'In':
          return isListed;
        case 'NotIn':
          return !isListed;
        case 'Exists':
          return isSet(key);
        default:
          return !isSet(key);
      }
    });
}

/** A port by number or by name. */
export function checkPort(port: Part, required = false): void {
  if (required && !port.isSet) port.require();
  if (port.number !== undefined) port.mustBeWithin(1, 65_535);
  else if (port.isSet) checkPortName(port);
}

export function checkPortName(name: Part): void {
  if (name.isSet && !SERVICE_NAME.test(name.text))
    name.refuse(
      `'${name.text}' is not allowed, only 1 to 15 lower-case letters, digits and single hyphens, with at least one letter`,
    );
}

/** A number, or a share of all such as `25%`. */
export function checkCountOrPercent(value: Part): void {
  if (typeof value.value === 'string' && !PERCENT.test(value.value))
    value.refuse(`'${value.value}' is neither a number nor a percentage such as 25%`);
  value.mustBeWithin(0);
  if (typeof value.value === 'string' && PERCENT.test(value.value) && Number.parseInt(value.value, 10) > 100)
    value.refuse('is more than 100%');
}

export function checkSubdomain(name: Part): void {
  name.mustBe(isDnsSubdomain, 'at most 253 lower-case letters, digits, - and .');
}

/** The size of a quantity such as `500m` or `1Gi`; undefined where it is none. */
export function quantity(part: Part): number | undefined {
  return typeof part.value === 'number' ? part.value : quantityOf(part.text);
}
