import { quote } from '#lib/access/characters.ts';
import { describeIssue, type Problem } from '#lib/access/configuration.ts';
import { nearest } from '#lib/access/nearest.ts';
import type { z } from 'zod';
import { formatPath, parseJson } from '../../http/body.ts';
import * as words from '../../http/words.en.ts';
import { contentTypeOf, readBodyText } from '../body-text.ts';
import type { ProgramRequest } from '../call.ts';
import type { ControlStatus } from './answers.ts';

export type ReadBody<T> =
	| { readonly ok: true; readonly data: T }
	| {
			readonly ok: false;
			readonly status: ControlStatus;
			readonly message: string;
			readonly problems?: readonly Problem[];
	  };

/** A schema with the names that a mistyped key may have meant. */
export interface BodyForm<T> {
	readonly schema: z.ZodType<T>;
	readonly keys: readonly string[];
}

/** Reads the JSON of a request that fits a form, or says what is wrong with it. */
export async function readBody<T>(
	request: ProgramRequest,
	form: BodyForm<T>
): Promise<ReadBody<T>> {
	const body = await readBodyText(request);
	if (!body.ok) return body;
	if (contentTypeOf(request) !== 'application/json') {
		return refuse(415, words.sendJson);
	}
	const read = readText(body.text, form);
	return read.ok ? read : refuseProblems(read.problems);
}

/** Most problems that are told at a time. */
const MAX_PROBLEMS = 20;

/** Reads a text of JSON that fits a form. Never throws. */
export function readText<T>(
	text: string,
	{ schema, keys }: BodyForm<T>
):
	| { readonly ok: true; readonly data: T }
	| { readonly ok: false; readonly problems: readonly Problem[] } {
	const json = parseJson(text);
	if (!json.ok) return json;
	const checked = schema.safeParse(json.value);
	if (checked.success) return { ok: true, data: checked.data };
	const issues = checked.error.issues.slice(0, MAX_PROBLEMS);
	return { ok: false, problems: issues.map((issue) => wordIssue(issue, keys)) };
}

export function refuseProblems(problems: readonly Problem[]) {
	const [first] = problems;
	const message = first ? formatProblem(first) : words.bodyUnusable;
	return { ok: false, status: 400, message, problems: problems.slice(0, MAX_PROBLEMS) } as const;
}

/** A problem as one sentence that names the field. */
export function formatProblem({ path, message }: Problem): string {
	return path === '' ? message : `${path}: ${message}`;
}

/** Inside of a configuration file it reads like everywhere else that one is read. */
function wordIssue(issue: z.core.$ZodIssue, keys: readonly string[]): Problem {
	const path = formatPath(issue.path);
	if (issue.path.includes('selection')) return { ...describeIssue(issue), path };
	if (issue.code !== 'unrecognized_keys') return { path, message: asSentence(issue.message) };
	const [key = ''] = issue.keys;
	const near = nearest(key, keys);
	const advice = near === null ? 'remove it' : `did you mean “${near}”?`;
	return { path, message: asSentence(`${quote(key)} is no key here; ${advice}`) };
}

function asSentence(text: string): string {
	return text.endsWith('?') ? text : `${text}.`;
}

function refuse(status: ControlStatus, message: string) {
	return { ok: false, status, message } as const;
}
