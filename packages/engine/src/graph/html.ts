import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Assets } from './assets';
import type { PageData } from './page-data';

/**
 * One page that needs nothing else. What manifests say stands in it compressed, in Base64, and the script makes text of
 * it, never markup; the policy lets nothing run or load that is not in the page.
 */
export function htmlPage(data: PageData, { script, style }: Assets): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const title = escapeText(`Architecture of ${data.architecture.environment}`);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<noscript>This page draws itself: it needs JavaScript.</noscript>
<script type="application/octet-stream" id="data">${compressed(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** As text of an element or in a quoted attribute; characters that XML does not have become a mark. */
export function escapeText(text: string): string {
  return text.replace(NOT_XML, '\ufffd').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** https://www.w3.org/TR/xml/#charsets */
const NOT_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function compressed(data: PageData): string {
  return gzipSync(JSON.stringify(data), { level: 9 }).toString('base64');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
