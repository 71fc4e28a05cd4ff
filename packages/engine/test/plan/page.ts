import { textReport } from '../../src/plan/render/text';
import { planOfStory, stories } from './stories';

const BEGIN = '<!-- transcript: npm run docs -->';
const END = '<!-- end of transcript -->';

/** docs/plan.md with its transcript made anew. */
export function planPage(page: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`docs/plan.md has no ${BEGIN} … ${END}`);
  const transcripts = stories.map((story) => {
    const plan = planOfStory(story);
    const exit = plan.summary.dangers.length > 0 ? 3 : 0;
    return [
      `### ${story.title}`,
      '',
      `${story.does} Exit code ${exit}.`,
      '',
      '```text',
      textReport(plan, false),
      '```',
    ].join('\n');
  });
  return `${before}${BEGIN}\n\n${transcripts.join('\n\n')}\n\n${END}${after}`;
}
