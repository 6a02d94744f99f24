import type { Problem } from '#lib/access/configuration.ts';
import type { z } from 'zod';
import { readCharset } from './charset.ts';
import { findJsonFault } from './json-fault.ts';
import { MAX_BODY_BYTES } from './limits.ts';
import * as words from './words.en.ts';

export type BodyResult<T> =
	| { readonly ok: true; readonly data: T }
	| {
			readonly ok: false;
			readonly status: 400 | 413 | 415;
			readonly message: string;
			readonly problems: readonly Problem[];
	  };

/** Reads a JSON body that fits a schema; everything else becomes an answer, never an exception. */
export async function readJson<T>(request: Request, schema: z.ZodType<T>): Promise<BodyResult<T>> {
	const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	if (type !== 'application/json') {
		return refuse(415, words.sendJson);
	}
	const charset = readCharset(request.headers.get('content-type'));
	if (charset !== null) return refuse(415, words.otherCharset(charset));
	const bytes = await readBytes(request);
	if (bytes === null) return refuse(413, words.bodyTooLarge);
	const parsed = parseJsonBytes(bytes);
	if (!parsed.ok) return refuse(400, words.bodyUnusable, parsed.problems);
	const checked = schema.safeParse(parsed.value);
	if (checked.success) return { ok: true, data: checked.data };
	const problems = checked.error.issues.map(({ path, message }) => ({
		path: formatPath(path),
		message: `${message}.`
	}));
	return refuse(400, words.bodyUnusable, problems);
}

export type JsonResult =
	| { readonly ok: true; readonly value: unknown }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** Keys that reach into an object's prototype where code is careless. */
const DANGEROUS_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Parses JSON and refuses what JSON allows but no honest file holds, with the place of the fault. */
export function parseJson(text: string): JsonResult {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { ok: false, problems: [{ path: '', message: words.notJson(findJsonFault(text)) }] };
	}
	const problem = findUnsafe(value, '');
	return problem ? { ok: false, problems: [problem] } : { ok: true, value };
}

function parseJsonBytes(bytes: Uint8Array): JsonResult {
	try {
		return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return { ok: false, problems: [{ path: '', message: words.notUtf8 }] };
	}
}

/** Path of a value inside of JSON: `items[3].code`. */
export function formatPath(path: readonly PropertyKey[]): string {
	return path.reduce<string>(joinPath, '');
}

/** Path of a key inside of what has a path: `items[3]`, `items[3].code`. */
function joinPath(path: string, key: PropertyKey): string {
	if (typeof key === 'number') return `${path}[${key}]`;
	return path === '' ? String(key) : `${path}.${String(key)}`;
}

/** Objects inside objects deeper than this are refused. */
const MAX_DEPTH = 32;

function findUnsafe(value: unknown, path: string, depth = 0): Problem | null {
	if (depth > MAX_DEPTH) return { path, message: words.tooDeep };
	if (typeof value === 'string') return findUnsafeText(value, path);
	if (typeof value !== 'object' || value === null) return null;
	for (const [key, inner] of Object.entries(value)) {
		const at = joinPath(path, Array.isArray(value) ? Number(key) : key);
		if (!Array.isArray(value) && DANGEROUS_KEYS.has(key)) {
			return { path: at, message: words.keyNotAllowed(key) };
		}
		const problem = findUnsafe(inner, at, depth + 1);
		if (problem) return problem;
	}
	return null;
}

function findUnsafeText(text: string, path: string): Problem | null {
	if (text.includes('\u0000')) return { path, message: words.holdsNul };
	if (!text.isWellFormed()) return { path, message: words.holdsHalf };
	return null;
}

/**
 * The whole body, or null when it is longer than allowed. Reads to the end all the same: to cancel
 * the stream would close the connection before the answer is on its way.
 */
async function readBytes(request: Request): Promise<Uint8Array | null> {
	if (Number(request.headers.get('content-length')) > MAX_BODY_BYTES) return null;
	const chunks: Uint8Array[] = [];
	let length = 0;
	try {
		for await (const chunk of request.body ?? []) {
			length += chunk.byteLength;
			if (length <= MAX_BODY_BYTES) chunks.push(chunk);
		}
	} catch (error) {
		if (isTooLarge(error)) return null;
		throw error;
	}
	return length > MAX_BODY_BYTES ? null : Buffer.concat(chunks);
}

/** Whether reading ended for the body's size: Kit's reader puts the status on its error. */
export function isTooLarge(error: unknown): boolean {
	return error instanceof Error && 'status' in error && error.status === 413;
}

function refuse(status: 400 | 413 | 415, message: string, problems: readonly Problem[] = []) {
	return { ok: false, status, message, problems } as const;
}
