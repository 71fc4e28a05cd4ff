/**
 * The one that runs resolvers and functions:
 * https://docs.aws.amazon.com/appsync/latest/APIReference/API_AppSyncRuntime.html
 */
export const RUNTIME = { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' };

const LONGEST_CODE = 32_768;

/** https://docs.aws.amazon.com/appsync/latest/devguide/supported-features.html */
const UNSUPPORTED =
  /\b(?:async|await|catch|class|continue|do|finally|throw|try|while|require)\b|\+\+|--|\bfor\s*\([^)]*;/;

/** What AppSync's JavaScript would stumble over; its texts and comments may say anything. */
export function codeProblem(code: string): string | undefined {
  if (code.length > LONGEST_CODE) return `has ${code.length} characters, at most ${LONGEST_CODE} are allowed`;
  for (const name of ['request', 'response'])
    if (!new RegExp(`^export function ${name}\\(`, 'm').test(code)) return `does not export the function ${name}`;
  const foreign = [...code.matchAll(/^import .* from '([^']*)'/gm)].find(
    ([, from]) => !from?.startsWith('@aws-appsync/'),
  );
  if (foreign) return `imports '${foreign[1]}', only @aws-appsync/utils is allowed`;
  const bare = code.replace(/\/\/.*|\/\*[\s\S]*?\*\/|'[^'\n]*'|"[^"\n]*"/g, '');
  const unsupported = UNSUPPORTED.exec(bare)?.[0];
  return unsupported && `uses '${unsupported}', which the runtime APPSYNC_JS does not have`;
}
