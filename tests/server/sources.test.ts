import { cpSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { isBuildFresh, readStamp, takeSources, writeStamp } from '../../server/sources.js';
import { useFolder } from '../support/storage.ts';

const folder = useFolder();
const project = () => join(folder.path, 'project');
const page = () => join(project(), 'src/routes/page.ts');

/** When what is written now has stood for a while. */
const later = () => Date.now() + 60_000;

beforeEach(() => {
	mkdirSync(join(project(), 'src/routes'), { recursive: true });
	mkdirSync(join(project(), 'build'));
	writeFileSync(page(), 'one');
	writeFileSync(join(project(), 'package.json'), '{}');
	writeStamp(takeSources(project(), later()), project());
});

const changes: readonly [string, fresh: boolean, () => void][] = [
	['nothing', true, () => {}],
	['the text of a file', false, () => writeFileSync(page(), 'two')],
	[
		'the text of a file, with its times put back',
		false,
		() => {
			writeFileSync(page(), 'two');
			utimesSync(page(), 0, 0);
		}
	],
	['the times of a file', true, () => utimesSync(page(), 0, 0)],
	['the name of a file', false, () => renameSync(page(), `${page()}x`)],
	['a new file', false, () => writeFileSync(join(project(), 'vite.config.ts'), '')],
	['a file less', false, () => rmSync(page())],
	[
		'a file that no build is made from',
		true,
		() => writeFileSync(join(project(), 'README.md'), '')
	],
	['the build', false, () => rmSync(join(project(), 'build'), { recursive: true })]
];

describe('a build', () => {
	it.each(changes)('after a change of %s is fresh: %s', (_what, fresh, change) => {
		change();
		expect(isBuildFresh(project(), later())).toBe(fresh);
	});

	it('is fresh in a copy of the project, whose files the file system has not seen before', () => {
		const copy = join(folder.path, 'copy');
		cpSync(project(), copy, { recursive: true });
		expect(isBuildFresh(copy, later())).toBe(true);
		expect(readStamp(copy)?.seen).not.toBe(readStamp(project())?.seen);
		expect(isBuildFresh(copy, later())).toBe(true);
		writeFileSync(join(copy, 'src/routes/page.ts'), 'two');
		expect(isBuildFresh(copy, later())).toBe(false);
	});

	it('is not known by what the file system says of a file that was changed a moment ago', () => {
		writeFileSync(page(), 'one');
		expect(isBuildFresh(project(), Date.now())).toBe(true);
		expect(readStamp(project())?.seen).toBeNull();
		expect(takeSources(project(), Date.now()).seen).toBeNull();
		expect(takeSources(project(), later()).seen).not.toBeNull();
	});
});
