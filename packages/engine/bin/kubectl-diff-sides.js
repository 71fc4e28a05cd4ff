#!/usr/bin/env node

// What KUBECTL_EXTERNAL_DIFF names in `platform diff`: kubectl starts it with two folders, the live objects and those
// that the server would store, and removes them afterwards. Prints both as JSON, { file: [live, merged] }: an empty
// text is an object that is not there. Secrets' values are masked by kubectl before they reach a file.

const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const folders = process.argv.slice(2);
const files = [...new Set(folders.flatMap((folder) => readdirSync(folder)))].sort();
const sides = files.map((file) => [file, folders.map((folder) => textOf(join(folder, file)))]);
process.stdout.write(JSON.stringify(Object.fromEntries(sides)));

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}
