/** Groovy's comments and strings, which hide braces and words. Slashy strings stand behind an operator only. */
const HIDDEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'''(?:\\[\s\S]|(?!''')[\s\S])*'''|"""(?:\\[\s\S]|(?!""")[\s\S])*"""|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|(?<=[=~(,]\s*)\/(?:\\.|[^/\n\\])+\//g;

export interface Known {
  /** Containers of the Pod templates that its folder may use, by the template. */
  readonly templates: Readonly<Record<string, readonly string[]>>;
}

/**
 * What is wrong with a Declarative Pipeline, beyond what Groovy's own compiler says: no agent, no time limit, runs that
 * pile up, Pods and containers that nobody has, and states that nobody is told.
 */
export function problemsOf(text: string, { templates }: Known): string[] {
  const strings: string[] = [];
  const code = text.replace(HIDDEN, (hidden) => {
    if (/^['"]/.test(hidden)) strings.push(hidden);
    return hidden.replace(/[^\n]/g, ' ');
  });
  const problems: string[] = [];
  const start = code.search(/\bpipeline\s*\{/);
  if (start < 0) return ['is no Declarative Pipeline: it has no block pipeline'];
  const body = blockAt(code, start);
  if (body === undefined) return ['has a brace that nothing closes'];
  const top = body.replace(/\{[^{}]*(?:\{[^{}]*(?:\{[\s\S]*?\}[^{}]*)*\}[^{}]*)*\}/g, '{}');
  if (!/^\s*agent\b/m.test(top)) problems.push('has no agent: say where it runs, or agent none and one for each stage');
  if (!/\btimeout\s*\(/.test(code)) problems.push('has no timeout: a Pod would wait for ever');
  if (!/\bbuildDiscarder\s*\(/.test(code)) problems.push('has no buildDiscarder: its runs would fill the home');
  const tells = [/\bpipelineState\s*\(/, /\bpipelineState\.finished\s*\(/].map((call) => call.test(code));
  if (!templates['events'] && tells.includes(true))
    problems.push('tells its states: that needs a Pod of events, which its folder may not have');
  if (templates['events'] && tells.includes(false))
    problems.push('does not tell its states: pipelineState() and, at its end, pipelineState.finished() are needed');
  if (/\bagent\s+any\b/.test(code)) problems.push('runs anywhere: name a template');
  for (const [, label = ''] of text.matchAll(/\b(?:label |node\()'([^'\n]+)'/g))
    if (!templates[label]) problems.push(`runs in '${label}', only ${Object.keys(templates).join(', ')} are there`);
  const containers = new Set(Object.values(templates).flat());
  for (const [, name = ''] of text.matchAll(/\bcontainer\s*\(\s*'([^']+)'/g))
    if (!containers.has(name))
      problems.push(`uses the container '${name}', only ${[...containers].join(', ')} are there`);
  for (const literal of strings)
    if (/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[pousr]_\w{36}|BEGIN [A-Z ]*PRIVATE KEY/.test(literal))
      problems.push('holds what looks like a secret');
  return problems;
}

/** What stands between the next brace and the one that closes it. */
function blockAt(code: string, from: number): string | undefined {
  const open = code.indexOf('{', from);
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    if (code[at] === '{') depth++;
    else if (code[at] === '}' && --depth === 0) return code.slice(open + 1, at);
  }
  return undefined;
}
