import type { PlatformChart } from '../../../charts/platform-chart';
import { FileSystem, type FileSystemProps } from '../../../constructs/efs/file-system';

/** A file system with elastic throughput. */
export const fileSystem = (scope: PlatformChart, props: Partial<FileSystemProps> = {}) =>
  new FileSystem(scope, 'shared', { throughput: { mode: 'elastic' }, infrequentAfterDays: 30, ...props });
