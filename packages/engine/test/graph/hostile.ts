import type { Architecture } from '../../src/graph/model/architecture';
import { architecture, type Placed } from './sample';

/** Names that would be markup, attributes, scripts or properties wherever they are not taken as text. */
export const HOSTILE = [
  '</script><script>globalThis.attacked=1</script>',
  '<img src=x onerror=globalThis.attacked=1>',
  '"><svg onload=globalThis.attacked=1>',
  "' onfocus='globalThis.attacked=1' autofocus='",
  '<!--<script>',
  ']]>&lt;&amp;',
  '__proto__',
  'javascript:globalThis.attacked=1',
] as const;

/** Every name of it is hostile: applications, charts, objects, namespaces, kinds and values. */
export function hostile(): Architecture {
  return architecture(
    ...HOSTILE.map(
      (text): Placed => [
        text,
        text,
        {
          apiVersion: `${text}/v1`,
          kind: text,
          metadata: { name: text, namespace: text },
          spec: { description: text, [text]: text },
        },
      ],
    ),
  );
}
