export { cacheFolder } from './cache-folder';
export { engineFolder } from './engine-folder';
export { readTexts, type TextFile } from './read-texts';
export { replaceFile } from './replace-file';
export { recover, replaceFolder } from './replace-folder';
export { sha256 } from './sha256';
