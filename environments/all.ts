// Written by `npm run registries`. What is new comes last: move it to where it belongs.
import { development } from './development';
import type { EnvironmentData } from './environment';
import { production } from './production';
import { staging } from './staging';

/** Every environment, the one where mistakes cost most first. */
export const environments: readonly EnvironmentData[] = [production, staging, development];
