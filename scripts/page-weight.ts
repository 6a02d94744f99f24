import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inProject } from './project.ts';

/** What the first load of one page costs, in bytes after gzip. */
export interface PageWeight {
	readonly scripts: ReadonlyMap<string, number>;
	readonly styles: ReadonlyMap<string, number>;
	readonly html: number;
}

/** Weighs a page of a running server against the files of the build that it serves. */
export async function weighPage(url: string): Promise<PageWeight> {
	const html = await fetchText(url);
	const scripts = new Map<string, number>();
	for (const path of scriptPaths(html, new URL(url).pathname)) weighScript(path, scripts);
	return {
		scripts,
		styles: new Map(stylePaths(html, new URL(url).pathname).map((path) => [path, weigh(path)])),
		html: gzipSync(html).length
	};
}

/** Address of the first application's Vehicle Access page, as the first page links it. */
export async function findVehicleAccess(origin: string): Promise<string> {
	const link = /href="[^"]*(\/apps\/[0-9a-f-]{36})[/"]/.exec(await fetchText(origin));
	if (!link?.[1]) throw new Error('The first page links no application.');
	return `${origin}${link[1]}/vehicle-access`;
}

async function fetchText(url: string): Promise<string> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
	return response.text();
}

/** Preloaded modules, and what the inline start script imports. */
function scriptPaths(html: string, page: string): readonly string[] {
	const preloaded = [...html.matchAll(/<link[^>]*?href="([^"]+)"[^>]*?rel="modulepreload"/g)];
	const preloadedToo = [...html.matchAll(/<link[^>]*?rel="modulepreload"[^>]*?href="([^"]+)"/g)];
	const imported = [...html.matchAll(/import\("([^"]+\.js)"\)/g)];
	return resolveAll([...preloaded, ...preloadedToo, ...imported], page);
}

function stylePaths(html: string, page: string): readonly string[] {
	const before = [...html.matchAll(/<link[^>]*?href="([^"]+)"[^>]*?rel="stylesheet"/g)];
	const after = [...html.matchAll(/<link[^>]*?rel="stylesheet"[^>]*?href="([^"]+)"/g)];
	return resolveAll([...before, ...after], page);
}

function resolveAll(matches: readonly RegExpExecArray[], page: string): readonly string[] {
	const base = new URL(page, 'http://page');
	return [...new Set(matches.map((match) => new URL(match[1] ?? '', base).pathname))];
}

/** Adds a script and everything it imports statically; `import()` loads later and is not counted. */
function weighScript(path: string, weights: Map<string, number>): void {
	if (weights.has(path) || !existsSync(builtFile(path))) return;
	weights.set(path, weigh(path));
	const code = readFileSync(builtFile(path), 'utf8');
	for (const [, specifier] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)) {
		if (specifier) weighScript(posix.join(posix.dirname(path), specifier), weights);
	}
}

function weigh(path: string): number {
	return gzipSync(readFileSync(builtFile(path))).length;
}

function builtFile(path: string): string {
	return inProject(`build/client${path}`);
}
