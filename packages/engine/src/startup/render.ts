import { groupBy } from '../collections';
import { objectKey } from '../manifests';
import { jsonText, textOf } from '../printing';
import type { TreeObject } from '../relations';
import type { Step } from './deadlocks';
import type { Startup } from './startup';

export const STARTUP_FORMATS = ['text', 'json'] as const;
export type StartupFormat = (typeof STARTUP_FORMATS)[number];

/** How an environment comes up, for people or for programs. Of one stage, counted from 1, its objects one by one. */
export function renderStartup(startup: Startup, environment: string, format: StartupFormat, stage?: number): string {
  if (format === 'json') return jsonText(jsonOf(startup, environment), 2);
  if (stage !== undefined) return stageText(startup.stages.all[stage - 1] ?? [], stage);
  return textOf([...headline(startup, environment), '', ...stageLines(startup), '', ...chainLines(startup)]);
}

/**
 * `{"environment","stages":[{"stage","objects":[…]}],"deadlocks":[{"circle":[{"object","needs","because"}]}],"early","people","lateIdentities"}`
 */
function jsonOf(startup: Startup, environment: string): object {
  return {
    environment,
    stages: startup.stages.all.map((objects, index) => ({ stage: index + 1, objects: objects.map(nameOf) })),
    deadlocks: startup.deadlocks.map((circle) => ({ circle: circle.map(stepOf) })),
    early: [...startup.earlyObjects].map(({ object, need }) => ({ object: nameOf(object), ...needOf(need) })),
    people: [...startup.holdingPeople].map(({ object, waves }) => ({ object: nameOf(object), waves })),
    lateIdentities: [...startup.lateIdentities].map(({ object, need }) => ({
      object: nameOf(object),
      ...needOf(need),
    })),
  };
}

function stepOf({ object, needs, because }: Step): object {
  return { object: nameOf(object), needs: nameOf(needs), because };
}

function needOf({ to, because }: { readonly to: TreeObject; readonly because: string }): object {
  return { needs: nameOf(to), because };
}

function headline(startup: Startup, environment: string): string[] {
  const { deadlocks, stages } = startup;
  const objects = stages.all.flat().length;
  const applications = new Set(stages.all.flat().map(({ application }) => application)).size;
  const early = [...startup.earlyObjects];
  const identities = [...startup.lateIdentities];
  const people = [...startup.holdingPeople];
  return [
    `${environment}: ${objects} objects of ${applications} applications come up in ${stages.all.length} stages`,
    ...deadlocks.flatMap((circle) => ['', 'never comes up:', ...circle.map((step) => `  ${sentence(step)}`)]),
    ...early.map(
      ({ object, need }) => `too early, perhaps: ${nameOf(object)} before ${nameOf(need.to)}, which ${need.because}`,
    ),
    ...identities.map(({ object, need }) => `without identity, perhaps: ${nameOf(object)} before ${nameOf(need.to)}`),
    ...people.map(
      ({ object, waves }) =>
        `waits for a person: ${waves.map(({ application, wave }) => `wave ${wave} of ${application}`).join(', ')}, until somebody writes the value of ${nameOf(object)}`,
    ),
    ...(deadlocks.length + early.length + identities.length + people.length === 0
      ? ['nothing waits for ever, nothing is applied before what it needs, no Pod starts before its identity']
      : []),
  ];
}

/** The biggest part of a stage first. */
function stageLines({ stages }: Startup): string[] {
  return [
    'stage  objects',
    ...stages.all.map((objects, index) => {
      const parts = [...groupBy(objects, ({ application }) => application)]
        .sort(([a, those], [b, these]) => these.length - those.length || (a < b ? -1 : 1))
        .map(([application, members]) => `${application} ${members.length}`);
      return `${String(index + 1).padStart(5)}  ${String(objects.length).padStart(7)}  ${parts.join(', ')}`;
    }),
  ];
}

function chainLines({ stages }: Startup): string[] {
  const links = stages.longestChain;
  return [
    'the longest chain, each waiting for the one before:',
    ...links.map(({ object, waits }) => `  ${nameOf(object)}${waits ? `   (the one before ${waits.because})` : ''}`),
  ];
}

function stageText(objects: readonly TreeObject[], stage: number): string {
  return textOf([`stage ${stage}: ${objects.length} objects`, ...objects.map((object) => `  ${nameOf(object)}`)]);
}

function sentence({ object, needs, because }: Step): string {
  return `${nameOf(object)} waits for ${nameOf(needs)}, which ${because}`;
}

function nameOf({ application, manifest }: TreeObject): string {
  return `${application}: ${objectKey(manifest)}`;
}
