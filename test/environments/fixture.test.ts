import { codeSchema, environmentSchema, imagesSchema, outputsSchema } from '../../environments';
import { ENVIRONMENT } from '../fixtures/environment';

test('GIVEN the environment that constructs are tested with WHEN it is checked THEN it could be a real one', () => {
  const { outputs, code, images, ...data } = ENVIRONMENT;
  expect(environmentSchema.parse(data)).toEqual(data);
  expect(outputsSchema.parse(outputs)).toEqual(outputs);
  expect(codeSchema.parse(code)).toEqual(code);
  expect(imagesSchema.parse(images)).toEqual(images);
});
