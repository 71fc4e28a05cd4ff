import { gunzipSync } from 'node:zlib';
import { pageAssets } from '../../src/graph/assets';
import { escapeText, htmlPage } from '../../src/graph/html';
import type { PageData } from '../../src/graph/page-data';
import { svgPicture } from '../../src/graph/svg';
import { HOSTILE, hostile } from './hostile';
import { committed, pageData } from './sample';

const assets = pageAssets();

function dataIn(page: string): PageData {
  const [, packed = ''] = /id="data">([^<]*)</.exec(page) ?? [];
  return JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString()) as PageData;
}

describe('the page', () => {
  const page = htmlPage(pageData(committed('production')), assets);

  test('GIVEN production WHEN it is written THEN under 2 MB, and everything is in it', () => {
    expect(page.length).toBeLessThan(1024 * 1024);
    expect(dataIn(page).architecture.objects.length).toBeGreaterThan(900);
  });

  test('GIVEN the same manifests WHEN it is written twice THEN the same to the byte', () => {
    expect(htmlPage(pageData(committed('production')), pageAssets())).toBe(page);
  });

  test('GIVEN its policy WHEN read THEN nothing is loaded, and nothing runs but its own script', () => {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; /);
    expect(page).not.toMatch(/(?:src|href)="/);
    expect(page.match(/<script/g)).toHaveLength(2);
  });

  test('GIVEN hostile manifests WHEN it is written THEN none of their markup is in it, and all of it in its data', () => {
    const written = htmlPage(pageData(hostile()), assets);
    for (const text of HOSTILE) expect(written).not.toContain(text);
    expect(written.match(/<script/g)).toHaveLength(2);
    expect(dataIn(written).architecture.objects.map(({ name }) => name)).toEqual(expect.arrayContaining([...HOSTILE]));
  });

  test('GIVEN a hostile environment WHEN it is written THEN the title is text', () => {
    const written = htmlPage(pageData({ ...hostile(), environment: '</title><script>' }), assets);
    expect(written).not.toContain('</title><script>');
  });
});

describe('the still picture', () => {
  test('GIVEN production WHEN it is drawn THEN every area and chart is in it, for light and dark', () => {
    const drawn = committed('production');
    const picture = svgPicture(pageData(drawn));
    for (const { name } of drawn.applications) expect(picture).toContain(`>${name}<`);
    expect(picture).toContain('>Amazon SQS<');
    expect(picture).toContain('prefers-color-scheme:dark');
    expect(picture.length).toBeLessThan(100_000);
    expect(picture).not.toMatch(/href|<script|<foreignObject/);
  });

  test('GIVEN hostile names WHEN it is drawn THEN they are text', () => {
    const picture = svgPicture(pageData(hostile()));
    for (const text of HOSTILE.filter((one) => /[<>'"]/.test(one))) expect(picture).not.toContain(text);
    expect(picture).toContain(escapeText('<img src=x'));
  });
});
