import type { Problem } from '#lib/access/configuration.ts';
import type { z } from 'zod';

/** Bytes of a request body. */
export const MAX_BODY_BYTES = 64 * 1024;

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
		return refuse(415, 'Send the body as JSON, with the header content-type: application/json.');
	}
	const text = await readText(request);
	if (text === null) return refuse(413, `The body is larger than ${MAX_BODY_BYTES / 1024} kB.`);
	const parsed = parseJson(text);
	if (!parsed.ok) return refuse(400, 'The body cannot be used.', parsed.problems);
	const checked = schema.safeParse(parsed.value);
	if (checked.success) return { ok: true, data: checked.data };
	return refuse(
		400,
		'The body cannot be used.',
		checked.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
	);
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
	} catch (error) {
		const detail = error instanceof Error ? error.message : '';
		return { ok: false, problems: [{ path: '', message: `This is not JSON: ${detail}.` }] };
	}
	const problem = findUnsafe(value, '');
	return problem ? { ok: false, problems: [problem] } : { ok: true, value };
}

/** Objects inside objects deeper than this are refused. */
const MAX_DEPTH = 32;

function findUnsafe(value: unknown, path: string, depth = 0): Problem | null {
	if (depth > MAX_DEPTH) return { path, message: 'Nested too deeply.' };
	if (typeof value === 'string') return findUnsafeText(value, path);
	if (typeof value !== 'object' || value === null) return null;
	for (const [key, inner] of Object.entries(value)) {
		const at = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
		if (!Array.isArray(value) && DANGEROUS_KEYS.has(key)) {
			return { path: at, message: `The key “${key}” is not allowed; remove it.` };
		}
		const problem = findUnsafe(inner, at, depth + 1);
		if (problem) return problem;
	}
	return null;
}

function findUnsafeText(text: string, path: string): Problem | null {
	if (text.includes('\u0000')) return { path, message: 'Holds a NUL character; remove it.' };
	if (!text.isWellFormed()) return { path, message: 'Holds half a character (a lone surrogate).' };
	return null;
}

async function readText(request: Request): Promise<string | null> {
	if (!request.body) return '';
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	for await (const chunk of request.body) {
		bytes += chunk.byteLength;
		if (bytes > MAX_BODY_BYTES) return null;
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}

function refuse(status: 400 | 413 | 415, message: string, problems: readonly Problem[] = []) {
	return { ok: false, status, message, problems } as const;
}
