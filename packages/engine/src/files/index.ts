export { cacheFolder } from './cache-folder';
export { engineFolder } from './engine-folder';
export { filesBelow, type WalkOptions } from './files-below';
export {
  LARGEST_FILE,
  natureOf,
  readOpenFile,
  readRegularFile,
  readRegularText,
  requireRegular,
} from './read-file';
export { readTexts, type TextFile } from './read-texts';
export { replaceFile } from './replace-file';
export { recover, replaceFolder } from './replace-folder';
export { sha256 } from './sha256';
