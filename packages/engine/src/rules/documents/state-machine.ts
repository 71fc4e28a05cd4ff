import { definitionProblems } from '../../aws';
import { read } from '../../manifests';
import type { Tree } from '../../relations';
import type { Problem, Rule } from '../rule';
import { parsedIn } from './document';

export const stateMachine: Rule = {
  id: 'state-machine',
  group: 'documents',
  reason:
    'Step Functions refuses a definition that leads to a state which is not there, or has one that nothing leads to.',
  link: 'https://states-language.net/spec.html',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  for (const { object, path, value } of parsedIn(tree, 'state-machine')) {
    const { spec } = object.manifest;
    const express = (read(spec, 'type_') ?? read(spec, 'forProvider.type')) === 'EXPRESS';
    for (const { at, message } of definitionProblems(value, { express }))
      yield { object, path, message: at === '' ? message : `${at}: ${message}` };
  }
}
