import { dirname, join, relative, resolve } from 'node:path';
import { documentsOf, readSources } from '../../src/manifests/documents';
import { isManifest } from '../../src/manifests/manifest';
import type { Home } from '../../src/relations/home';
import { pathInDocument, Tree } from '../../src/relations/tree';
import { applyRules, type RuleResults } from '../../src/rules/apply-rules';
import { rules } from '../../src/rules/registry';
import { schemasOf } from '../../src/schema/default';
import { SAMPLE_DIST } from '../engine';
import { facts } from '../fixtures/facts';
import { fixtures } from './fixtures';
import { FIXTURES, type Fixture } from './objects';

/** What `dist/production` was when the sample was taken: the rules are tested on it whatever the charts make today. */
const PRODUCTION = join(SAMPLE_DIST, 'production');

interface Placed {
  readonly manifest: Fixture;
  readonly application: string;
  readonly file: string;
}

const schemas = schemasOf();
/** Shared by all trees, so nobody may change it: neither a fault nor a rule. */
const sound: readonly Placed[] = [...production(), ...placedFixtures()].map((placed) => {
  freeze(placed.manifest);
  return placed;
});

/**
 * The sound sample, and what a test does to it. Only what is changed is a copy: of the rest the engine knows what it
 * found before.
 */
export class SampleTree {
  private readonly placed = [...sound];

  /** An object by its kind and name, to be changed. */
  readonly get = (name: string): Fixture => {
    const position = this.placed.findIndex(({ manifest }) => `${manifest.kind} ${manifest.metadata.name}` === name);
    if (position < 0) throw new Error(`the sample has no ${name}`);
    return this.at(position);
  };

  /** Every object of production, to be changed. */
  readonly production = (): Fixture[] =>
    this.placed.flatMap(({ file }, position) => (file === FIXTURES ? [] : [this.at(position)]));

  private at(position: number): Fixture {
    const found = this.placed[position]!;
    if (!Object.isFrozen(found.manifest)) return found.manifest;
    const manifest = structuredClone(found.manifest);
    this.placed[position] = { ...found, manifest };
    return manifest;
  }

  readonly add = (manifest: Fixture, application = 'fixtures'): void => {
    this.placed.push({ manifest, application, file: FIXTURES });
  };

  /** `known` besides what the environment of the sample knows. */
  tree(known: Partial<Home> = {}): Tree {
    return new Tree(this.placed, { ...facts, ...known }, schemas);
  }

  judgement(known?: Partial<Home>): RuleResults {
    return applyRules(this.tree(known), rules);
  }

  /** File, object, path and rule of everything that is found. */
  findings(): string[] {
    return this.judgement().findings.map(({ object, path, rule }) => {
      const { manifest, file } = (object.within?.graph ?? object) as Placed;
      return `${file} ${manifest.kind} ${manifest.metadata.name} ${pathInDocument(object, path)} [${rule}]`;
    });
  }
}

function production(): Placed[] {
  return readSources([PRODUCTION], () => Buffer.alloc(0))
    .flatMap(documentsOf)
    .map(({ file: path, value }) => {
      const file = relative(PRODUCTION, resolve(path));
      if (!isManifest(value)) throw new Error(`${file}: not a manifest`);
      return { manifest: value as Fixture, application: dirname(file), file };
    });
}

function placedFixtures(): Placed[] {
  return fixtures().map((manifest) => ({ manifest, application: dirname(FIXTURES), file: FIXTURES }));
}

function freeze(value: unknown): void {
  if (value === null || typeof value !== 'object') return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}
