import { isRecord } from '../../manifests';
import type { Tree } from '../../relations';
import type { Problem, Rule } from '../rule';
import { parsedIn } from './document';

export const dashboard: Rule = {
  id: 'dashboard',
  group: 'documents',
  reason: 'CloudWatch refuses a dashboard with widgets that it does not know or that do not fit.',
  link: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html',
  check,
};

const TYPES = ['alarm', 'custom', 'explorer', 'log', 'metric', 'text'];
const COLUMNS = 24;
const MOST_WIDGETS = 500;

function* check(tree: Tree): Generator<Problem> {
  for (const { object, path, value } of parsedIn(tree, 'dashboard')) {
    const widgets = isRecord(value) ? value['widgets'] : undefined;
    if (!Array.isArray(widgets) || widgets.length === 0 || widgets.length > MOST_WIDGETS)
      yield { object, path, message: `widgets has to be a list of 1 to ${MOST_WIDGETS} widgets` };
    else
      for (const [index, widget] of widgets.entries()) {
        const wrong = wrongWith(widget);
        if (wrong) yield { object, path, message: `widgets[${index}]: ${wrong}` };
      }
  }
}

function wrongWith(widget: unknown): string | undefined {
  if (!isRecord(widget)) return 'is not a map';
  const { type, x = 0, y = 0, width = 6, height = 6, properties } = widget;
  if (!TYPES.includes(String(type))) return `type is ${JSON.stringify(type)}, allowed are ${TYPES.join(', ')}`;
  if (!isWithin(width, 1, COLUMNS)) return `width is ${JSON.stringify(width)}, 1 to ${COLUMNS} is allowed`;
  if (!isWithin(height, 1, 1_000)) return `height is ${JSON.stringify(height)}, 1 to 1000 is allowed`;
  if (!isWithin(x, 0, COLUMNS - 1) || Number(x) + Number(width) > COLUMNS) return `reaches over column ${COLUMNS}`;
  if (!isWithin(y, 0, Number.MAX_SAFE_INTEGER)) return `y is ${JSON.stringify(y)}, 0 or more is allowed`;
  if (!isRecord(properties)) return 'has no properties';
  if (type === 'metric' && !Array.isArray(properties['metrics']) && !isRecord(properties['annotations']))
    return 'a metric widget has metrics, or annotations with an alarm';
  if ((type === 'metric' || type === 'log') && typeof properties['region'] !== 'string') return 'has no region';
  if (type === 'text' && typeof properties['markdown'] !== 'string') return 'a text widget has markdown';
  if (type === 'log' && typeof properties['query'] !== 'string') return 'a log widget has a query';
  return undefined;
}

function isWithin(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}
