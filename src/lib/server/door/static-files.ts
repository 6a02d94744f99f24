import { readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, sep } from 'node:path';
import { untilDone } from '../until-done.ts';
import { chooseEncoding, type Encoding } from './encoding.ts';

/** Answers a request for a file of the build; false where there is none, which others then answer. */
export type StaticFiles = (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void
) => boolean;

const SUFFIXES: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };

/** Types of the files that the build compresses; of the others the library knows them. */
const TYPES: Readonly<Record<string, string>> = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.xml': 'text/xml; charset=utf-8'
};

/** Files here have the digest of their content in their name. */
const IMMUTABLE = '/_app/immutable/';
const YEAR = '365d';

/** Knows a thousand types of files, which a start has no need of. */
const loadSend = untilDone(async () => (await import('send')).default);

/** Out of file descriptors: other requests hold them, and give them back. */
const EXHAUSTED = new Set(['EMFILE', 'ENFILE', 'ENOMEM']);

/**
 * Serves the files that stand in a folder now, with their compressed forms beside them.
 *
 * @param folder without a slash at its end
 * @param onFault told of a file that cannot be read
 */
export function createStaticFiles(
	folder: string,
	onFault: (error: unknown, pathname: string) => void
): StaticFiles {
	const files = indexFiles(folder);
	return (request, response, next) => {
		if (request.method !== 'GET' && request.method !== 'HEAD') return false;
		const [pathname = ''] = (request.url ?? '').split('?', 1);
		const encodings = files.get(pathname);
		if (!encodings) return false;
		const type = TYPES[extname(pathname)];
		const encoding =
			type === undefined ? null : chooseEncoding(request.headers['accept-encoding'], encodings);
		const suffix = encoding === null ? '' : SUFFIXES[encoding];
		const immutable = pathname.startsWith(IMMUTABLE);
		const options = { root: folder, index: false, immutable, maxAge: immutable ? YEAR : 0 };
		const refuseWith = (error: NodeJS.ErrnoException & { status?: number }) =>
			refuse(error, request, response, next, (fault) => onFault(fault, pathname));
		loadSend().then((send) => {
			send(request, pathname + suffix, options)
				.on('headers', () => {
					if (type !== undefined) response.setHeader('content-type', type);
					if (encodings.length > 0) response.setHeader('vary', 'accept-encoding');
					if (encoding !== null) response.setHeader('content-encoding', encoding);
				})
				.on('error', refuseWith)
				// A folder where a file was.
				.on('directory', next)
				.pipe(response);
		}, refuseWith);
		return true;
	};
}

/** Address of each file, with the encodings that it also stands there in. */
function indexFiles(folder: string): ReadonlyMap<string, readonly Encoding[]> {
	const names = new Set(
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map(({ parentPath, name }) => `${parentPath.slice(folder.length)}/${name}`)
			.map((path) => path.replaceAll(sep, '/'))
	);
	const isVariant = (name: string) =>
		Object.values(SUFFIXES).some(
			(suffix) => name.endsWith(suffix) && names.has(name.slice(0, -suffix.length))
		);
	const encodingsOf = (name: string) =>
		(['br', 'gzip'] as const).filter((encoding) => names.has(name + SUFFIXES[encoding]));
	return new Map(
		[...names].filter((name) => !isVariant(name)).map((name) => [name, encodingsOf(name)])
	);
}

/** What said of the file itself stands no longer. */
const OF_THE_FILE = [
	'accept-ranges',
	'cache-control',
	'content-encoding',
	'content-length',
	'content-type',
	'etag',
	'last-modified',
	'vary'
];

function refuse(
	error: NodeJS.ErrnoException & { status?: number },
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void,
	onFault: (error: unknown) => void
): void {
	const status = error.status ?? 500;
	if (status >= 500) onFault(error);
	// A part of it is on its way; the length that was promised shows that the rest is missing.
	if (response.headersSent) return void response.destroy();
	for (const name of OF_THE_FILE) response.removeHeader(name);
	if (status === 404) return next();
	const isExhausted = EXHAUSTED.has(error.code ?? '');
	response.statusCode = isExhausted ? 503 : status;
	if (isExhausted) response.setHeader('retry-after', '1');
	response.setHeader('cache-control', 'no-store');
	response.setHeader('content-type', 'text/plain; charset=utf-8');
	const message = SENTENCES[response.statusCode] ?? 'This file cannot be read at the moment.';
	response.end(request.method === 'HEAD' ? undefined : message);
}

const SENTENCES: Readonly<Record<number, string>> = {
	412: 'The file is another one than the request expects.',
	416: 'The file has no such bytes.',
	503: 'Too many files are open at the moment; try again in a second.'
};
