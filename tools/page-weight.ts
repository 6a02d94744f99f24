import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inProject } from '../server/project.ts';

/** What the first load of one page costs, in bytes after gzip. */
export interface PageWeight {
	readonly scripts: ReadonlyMap<string, number>;
	readonly styles: ReadonlyMap<string, number>;
	readonly html: number;
}

/** Weighs a page of a running server against the files of the build that it serves. */
export async function weighPage(url: string, cookie = ''): Promise<PageWeight> {
	const { html, linkHeader } = await fetchPage(url, cookie);
	const links = [...linksOf(html), ...linksOfHeader(linkHeader)];
	const paths = (rel: string) =>
		links.filter((link) => link.rel === rel).map(({ href }) => new URL(href, url).pathname);
	const startedBy = /import\("([^"]+\.js)"\)|<script\s[^>]*\bsrc="([^"]+)"/g;
	const started = [...html.matchAll(startedBy)].map(
		([, imported, src]) => new URL(imported ?? src ?? '', url).pathname
	);
	const scripts = new Map<string, number>();
	for (const path of [...started, ...paths('modulepreload')]) weighScript(path, scripts);
	return {
		scripts,
		styles: new Map(paths('stylesheet').map((path) => [path, weigh(path)])),
		html: gzipSync(html).length
	};
}

/** Address of the first link of a page that has the form. */
export async function findLink(url: string, form: RegExp): Promise<string> {
	const { html } = await fetchPage(url);
	const path = form.exec(html)?.[1];
	if (path === undefined) throw new Error(`${url} has no link like ${form.source}.`);
	return new URL(path, url).href;
}

/** Address of the first application's Vehicle Access page, as the first page links it. */
export async function findVehicleAccess(origin: string): Promise<string> {
	const { html } = await fetchPage(origin);
	const link = /href="[^"]*(\/apps\/[0-9a-f-]{36})[/"]/.exec(html);
	if (!link?.[1]) throw new Error('The first page links no application.');
	return `${origin}${link[1]}/vehicle-access`;
}

async function fetchPage(url: string, cookie = ''): Promise<{ html: string; linkHeader: string }> {
	const response = await fetch(url, { headers: { cookie } });
	if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
	return { html: await response.text(), linkHeader: response.headers.get('link') ?? '' };
}

interface Link {
	readonly href: string;
	readonly rel: string;
}

function linksOf(html: string): readonly Link[] {
	return [...html.matchAll(/<link\s[^>]*>/g)].map(([tag]) => ({
		href: /\shref="([^"]*)"/.exec(tag)?.[1] ?? '',
		rel: /\srel="([^"]*)"/.exec(tag)?.[1] ?? ''
	}));
}

/** Kit names most modules here, so that they load before the document is read. */
function linksOfHeader(header: string): readonly Link[] {
	return [...header.matchAll(/<([^>]*)>;\s*rel="?([a-z]+)"?/g)].map(([, href, rel]) => ({
		href: href ?? '',
		rel: rel ?? ''
	}));
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
	return inProject(`build/static${path}`);
}
