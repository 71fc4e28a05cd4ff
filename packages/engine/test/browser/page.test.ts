import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { pageAssets } from '../../src/graph/assets';
import { htmlPage } from '../../src/graph/html';
import { readPlan, withPlan } from '../../src/graph/model/plan';
import { svgPicture } from '../../src/graph/svg';
import { SAMPLE_DIST } from '../engine';
import { HOSTILE, hostile } from '../graph/hostile';
import { committed, pageData } from '../graph/sample';
import { chromiumPath, launch } from './chromium';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** A change that a plan tells of a queue. */
const PLAN = {
  changes: [
    {
      environment: 'production',
      application: 'messaging',
      apiVersion: 'sqs.services.k8s.aws/v1alpha1',
      kind: 'Queue',
      namespace: 'aws',
      name: 'order-processing',
      effect: 'disrupt',
      reason: 'it <b>moves</b>',
      fields: [{ path: 'spec.visibilityTimeout', from: '30', to: '60', effect: 'disrupt', reason: 'for a test' }],
      affects: [],
      acknowledged: false,
    },
  ],
};

const QUEUE = '#/object/sqs.services.k8s.aws/Queue/aws/processing-queue';

if (chromiumPath === undefined)
  test.skip('no Chromium was found, so no page is opened: apt-get install chromium, or name one in CHROMIUM', () => {});
else
  describe('the page in Chromium', () => {
    const folder = mkdtempSync(join(tmpdir(), 'page-'));
    let browser: Browser;
    let page: Page;
    const troubles: string[] = [];

    beforeAll(async () => {
      const assets = pageAssets();
      const production = committed('production');
      writeFileSync(join(folder, 'production.html'), htmlPage(pageData(production), assets));
      writeFileSync(join(folder, 'hostile.html'), htmlPage(pageData(hostile()), assets));
      writeFileSync(join(folder, 'hostile.svg'), svgPicture(pageData(hostile())));
      const planned = withPlan(production, readPlan(JSON.stringify(PLAN), 'plan'));
      writeFileSync(join(folder, 'plan.html'), htmlPage(pageData(planned), assets));
      browser = await launch();
    });

    afterAll(async () => {
      await browser.close();
      rmSync(folder, { recursive: true });
    });

    afterEach(async () => {
      await page.close();
      expect(troubles.splice(0)).toEqual([]);
    });

    async function open(file: string, hash = '', options: BrowserContextOptions = {}): Promise<void> {
      page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
      page.on('pageerror', ({ message }) => troubles.push(message));
      page.on('console', (message) => {
        if (message.type() === 'error') troubles.push(message.text());
      });
      page.on('request', (request) => {
        if (!request.url().startsWith('file:') && !request.url().startsWith('blob:')) troubles.push(request.url());
      });
      await page.goto(`file://${join(folder, file)}${hash}`);
      await page.waitForSelector('html[data-ready]');
    }

    const heading = () => page.locator('h1').textContent();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');

    /** Waits for a view, which comes a moment after its address. */
    async function shows(title: string | RegExp): Promise<void> {
      await page.locator('h1', { hasText: title }).waitFor({ timeout: 5000 });
    }

    async function violations(): Promise<string[]> {
      await page.evaluate(AXE);
      const { violations: found } = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run(),
      );
      return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
    }

    test('GIVEN production WHEN it is opened from a file THEN it can be used within two seconds', async () => {
      await open('production.html');
      expect(Number(await page.getAttribute('html', 'data-ready'))).toBeLessThan(2000);
      expect(await heading()).toBe('Architecture of production');
      expect(await page.locator('.area').count()).toBe(committed('production').applications.length);
    });

    test('GIVEN a text WHEN it is searched THEN matches are listed, others are dimmed, and Enter opens the first', async () => {
      await open('production.html');
      await page.keyboard.press('/');
      await page.keyboard.type('order-processing queue');
      expect(await page.locator('.result').first().textContent()).toContain('order-processing');
      expect(await page.locator('.area.dimmed').count()).toBeGreaterThan(5);
      expect(page.url()).toContain('q=order-processing');
      await page.keyboard.press('Enter');
      await shows(/^order-processing$/);
    });

    test('GIVEN filters WHEN they are set THEN only what they let through is listed, and the address keeps them', async () => {
      await open('production.html');
      await page.getByLabel('Application', { exact: true }).selectOption('data');
      await page.getByLabel('Service', { exact: true }).selectOption({ label: 'Amazon RDS' });
      await page.getByLabel('Stateful only').check();
      const names = await page.locator('.result-name').allTextContents();
      expect(names.map((name) => name.replace('◆', ''))).toEqual(
        expect.arrayContaining(['platform-db', 'platform-db-1', 'platform-global-db'].slice(0, 2)),
      );
      expect(names.every((name) => name.includes('◆'))).toBe(true);
      await page.reload();
      await page.waitForSelector('html[data-ready]');
      expect(await page.locator('.result-name').allTextContents()).toEqual(names);
    });

    test('GIVEN an area WHEN it is opened THEN its charts, objects and neighbours are shown, and an object opens', async () => {
      await open('production.html');
      await page.locator('.area-head', { hasText: 'messaging' }).click();
      await shows(/^messaging$/);
      expect(await page.locator('.service h2').allTextContents()).toEqual(
        expect.arrayContaining([expect.stringContaining('Amazon SQS')]),
      );
      expect(await page.locator('.neighbour').count()).toBeGreaterThan(3);
      await page.locator('.card-name', { hasText: /^processing-queue$/ }).click();
      await shows(/^processing-queue$/);
    });

    test('GIVEN an object WHEN it is looked at THEN what comes in stands left, what goes out right, the manifest below', async () => {
      await open('production.html', QUEUE);
      expect(await page.locator('.incoming .event .near').allTextContents()).toEqual([
        expect.stringContaining('data-bucket'),
      ]);
      expect(await page.locator('.outgoing .event .near').allTextContents()).toEqual([
        expect.stringContaining('processing-queue-to-data-processing'),
        expect.stringContaining('processing-queue-dlq'),
      ]);
      const [left, self, right] = await Promise.all(
        ['.incoming .near', '.self', '.outgoing .near'].map((one) => page.locator(one).first().boundingBox()),
      );
      expect(left!.x).toBeLessThan(self!.x);
      expect(self!.x).toBeLessThan(right!.x);
      const manifest = await page.locator('pre').textContent();
      expect(readFileSync(join(SAMPLE_DIST, 'production/messaging/sqs.yaml'), 'utf8')).toContain(manifest);
      expect(await page.locator('dl').textContent()).toContain('charts/messaging/sqs.ts');
      expect(await page.locator('.around .line').count()).toBeGreaterThan(3);
    });

    test.each([
      ['#/event', 'Event flows', 50],
      ['#/network', 'Network paths', 40],
    ])('GIVEN %s WHEN it is opened THEN its objects and lines are drawn', async (hash, title, count) => {
      await open('production.html', hash);
      expect(await heading()).toBe(title);
      expect(await page.locator('.flow').count()).toBeGreaterThan(count);
      const stack = page.locator('.stack').first();
      await stack.locator('summary').click();
      await stack.locator('a').first().click();
      await page.locator('.self').waitFor();
    });

    test('GIVEN a keyboard alone WHEN one goes through the page THEN all is reached, and Escape leads back', async () => {
      await open('production.html');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the picture');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.locator('.node:focus').count()).toBe(1);
      expect(await page.locator('.node[tabindex="0"]').count()).toBe(1);
      const first = await focused();
      await page.keyboard.press('ArrowRight');
      const second = await focused();
      expect(second).not.toBe(first);
      expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid');
      await page.keyboard.press('Enter');
      await page.locator('.service').first().waitFor();
      expect(page.url()).toContain('#/application/');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      await page.keyboard.press('Tab');
      await page.locator('.card').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.locator('.self').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.service').first().waitFor();
      expect(page.url()).toContain('#/application/');
      await page.keyboard.press('Escape');
      await page.locator('.area').first().waitFor();
      expect(page.url()).toMatch(/#\/$/);
      await page.keyboard.press('/');
      await page.keyboard.type('zzz');
      expect(await page.locator('.result').count()).toBe(0);
      await page.keyboard.press('Escape');
      expect(await page.getByRole('searchbox').inputValue()).toBe('');
    });

    test.each(['#/', '#/application/storage', QUEUE])(
      'GIVEN every node of %s WHEN arrow keys are pressed THEN each is reached',
      async (hash) => {
        await open('production.html', hash);
        const reached = await page.evaluate(() => {
          const nodes = [...document.querySelectorAll<HTMLElement>('.stage .node')];
          const seen = new Set<Element>();
          const open = [nodes[0]!];
          for (let node = open.pop(); node; node = open.pop()) {
            if (seen.has(node)) continue;
            seen.add(node);
            for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
              node.focus();
              node.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
              open.push(document.activeElement as HTMLElement);
            }
          }
          return [seen.size, nodes.length];
        });
        expect(reached[0]).toBe(reached[1]);
      },
    );

    test.each([
      ['the system is dark', 'dark', undefined, true],
      ['the system is light', 'light', undefined, false],
      ['dark is chosen', 'light', 'dark', true],
      ['light is chosen', 'dark', 'light', false],
    ] as const)(
      'GIVEN %s WHEN the page is shown THEN its colours follow',
      async (_what, colorScheme, chosen, isDark) => {
        await open('production.html', '', { colorScheme });
        if (chosen) await page.getByLabel('Colours').selectOption(chosen);
        const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        expect(background).toBe(isDark ? 'rgb(13, 17, 23)' : 'rgb(255, 255, 255)');
      },
    );

    test.each([
      ['', 'light'],
      ['', 'dark'],
      ['#/application/messaging', 'light'],
      ['#/application/messaging', 'dark'],
      [QUEUE, 'light'],
      [QUEUE, 'dark'],
      ['#/network', 'light'],
      ['#/?q=queue&stateful=1', 'dark'],
    ] as const)('GIVEN %s in %s WHEN axe judges it THEN it finds nothing', async (hash, colorScheme) => {
      await open('plan.html', hash, { colorScheme });
      expect(await violations()).toEqual([]);
    });

    test('GIVEN an address that leads nowhere WHEN it is opened THEN the page says so', async () => {
      for (const hash of ['#/object/a/b/c/d', '#/application/nowhere', '#/application/__proto__', '#/object/%']) {
        await open('production.html', hash);
        expect(await page.locator('.missing').textContent()).toContain('This page does not have');
        await page.close();
      }
    });

    test('GIVEN a plan WHEN it is shown THEN what changes is marked, counted and explained', async () => {
      await open('plan.html');
      expect(await page.locator('.legend').textContent()).toContain('1 disrupt');
      expect(await page.locator('.area', { hasText: 'messaging' }).locator('.effect.disrupt').count()).toBeGreaterThan(
        0,
      );
      await page.getByLabel('Plan', { exact: true }).selectOption('disrupt');
      await page.locator('.result').click();
      expect(await page.locator('.planned').textContent()).toContain('it <b>moves</b>');
      expect(await page.locator('.planned td').first().textContent()).toBe('spec.visibilityTimeout');
    });

    test('GIVEN hostile manifests WHEN every view is opened THEN nothing of them runs and all is text', async () => {
      await open('hostile.html');
      const addresses = await page
        .locator('.area-head')
        .evaluateAll((links) => links.map((one) => one.getAttribute('href')!));
      expect(addresses).toHaveLength(HOSTILE.length);
      for (const address of addresses) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, address);
        await page.locator('.card').waitFor();
        expect(HOSTILE).toContain(await heading());
        await page.locator('.card').click();
        await page.locator('.self').waitFor();
        expect(HOSTILE).toContain(await heading());
        await expect(page.locator('pre').textContent()).resolves.toContain('description');
      }
      expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false);
      expect(await page.locator('main img, main script, main iframe').count()).toBe(0);
      await page.goto(`file://${join(folder, 'hostile.svg')}`);
      expect(await page.evaluate(() => document.documentElement.tagName)).toBe('svg');
      expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false);
    });

    test('GIVEN paper WHEN the page is printed THEN the picture fits across it', async () => {
      await open('production.html');
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.sizer').evaluate((one) => (one as HTMLElement).offsetWidth)).toBeLessThan(1010);
      expect(await page.locator('header').isVisible()).toBe(false);
    });
  });

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}
