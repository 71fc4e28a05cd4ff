import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's, Ubuntu's and what CHROMIUM names: playwright-core brings no browser of its own. */
const PLACES = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where the browser is; undefined where there is none. */
export const chromiumPath = PLACES.find((path) => path !== undefined && existsSync(path));

export function launch(): Promise<Browser> {
  // inside a container there is no sandbox to be had; the pages are the project's own
  return chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox'] });
}
