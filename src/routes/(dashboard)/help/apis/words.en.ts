import { counted } from '#lib/access/language/english.ts';

export const apis = 'APIs';
export const lead =
	'What programs can ask this server for, as it is described to them in OpenAPI 3.1.';
export const countOf = (count: number) => counted(count, { one: 'operation', other: 'operations' });
export const asFile = (file: string) => `The description as a file: ${file}`;
export const operations = 'Operations';
export const schemas = 'Schemas';
export const reachedAt = 'Its addresses begin with';
export const parameters = 'Sent with it';
export const andRequired = ', required';
export const body = 'Body:';
export const answers = 'Answers';
export const noSuchApi = 'There is no such API here.';
