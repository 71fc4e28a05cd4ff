import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { delimiter } from 'node:path';
import { InputError } from '../errors';
import { requireRegular } from '../files';

/** Which cluster kubectl talks to; what is not said is as in kubectl itself. */
export interface Connection {
  readonly kubeconfig?: string;
  readonly context?: string;
}

/** What a kubectl said that ended. */
export interface Answer {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Call {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A folder with programs that this call may start. */
  readonly programs?: string;
}

/** Longer than an API server takes for one request on its worst day. */
const REQUEST_TIMEOUT = '60s';

/** The reader's own kubectl, with their credentials: this program never sees any. */
export class Kubectl {
  private readonly flags: readonly string[];

  /** Throws `InputError` for a kubeconfig that is not there. */
  constructor({ kubeconfig, context }: Connection) {
    if (kubeconfig !== undefined) requireKubeconfig(kubeconfig);
    this.flags = [
      `--request-timeout=${REQUEST_TIMEOUT}`,
      ...(kubeconfig === undefined ? [] : [`--kubeconfig=${kubeconfig}`]),
      ...(context === undefined ? [] : [`--context=${context}`]),
    ];
  }

  /** Throws `InputError` where there is no kubectl; what it answers is for the caller to judge. */
  run(args: readonly string[], { input = '', env, programs }: Call = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const path = [...(programs === undefined ? [] : [programs]), process.env['PATH'] ?? ''].join(delimiter);
      const child = spawn('kubectl', [...this.flags, ...args], { env: { ...process.env, ...env, PATH: path } });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout.on('data', (part: Buffer) => out.push(part));
      child.stderr.on('data', (part: Buffer) => err.push(part));
      child.on('error', (error: NodeJS.ErrnoException) =>
        reject(
          error.code === 'ENOENT'
            ? new InputError(
                'there is no kubectl on the PATH: https://kubernetes.io/docs/tasks/tools/ says where to get it',
              )
            : error,
        ),
      );
      child.on('close', (status) =>
        resolve({ status: status ?? 1, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
      );
      // it may end without having read everything
      child.stdin.on('error', () => {});
      child.stdin.end(input);
    });
  }

  /** What it prints. Throws `InputError` that explains what it says against it. */
  async read(args: readonly string[], call?: Call): Promise<string> {
    const { status, stdout, stderr } = await this.run(args, call);
    if (status !== 0) throw new InputError(explained(stderr));
    return stdout;
  }
}

function requireKubeconfig(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new InputError(`--kubeconfig ${path}: no such file`);
  requireRegular(stats, `--kubeconfig ${path}`);
}

/** What kubectl and client-go say, and what a person does about it. */
const EXPLANATIONS: readonly (readonly [said: RegExp, advice: string])[] = [
  [
    /getting credentials: exec/,
    'no access: the program that the context signs in with failed; for EKS, aws sso login, or aws sts get-caller-identity to see who you are',
  ],
  [
    /Unauthorized|must be logged in|provide credentials/,
    'no access: the cluster does not know you; sign in anew (aws sso login), and see that the cluster has an access entry for your role',
  ],
  [
    /\(Forbidden\)|is forbidden/,
    'no access: a diff asks the server what an apply would do, so it needs the rights to get and patch (docs/diff.md)',
  ],
  [
    /x509|certificate/,
    'the certificate of the server is not the one that the context expects; see its server and certificate-authority-data',
  ],
  [
    /Unable to connect|connection to the server|dial tcp|i\/o timeout|no such host|TLS handshake|deadline exceeded|Client\.Timeout/,
    'the API server cannot be reached: its endpoint is private, so this has to run in the VPC or in a network that is connected to it',
  ],
];

/** What kubectl said, in one line, and what to do about it. */
export function explained(stderr: string): string {
  const said = stderr
    .split('\n')
    .map((line) => line.replace(/^error: /, '').trim())
    .filter((line) => line !== '' && !line.startsWith('WARNING: ') && !line.startsWith('Warning: '))
    .join(' ');
  const advice = EXPLANATIONS.find(([pattern]) => pattern.test(said))?.[1];
  return advice === undefined ? `kubectl: ${said || 'failed without a word'}` : `${advice} (kubectl: ${said})`;
}
