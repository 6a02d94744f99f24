import { officialCatalog } from '#lib/access/catalog/official.ts';
import { lockIn } from '#lib/access/diff.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { formatScope } from '#lib/access/scope.ts';
import type { Selection } from '#lib/access/selection.ts';
import { VERSIONS_PER_PAGE, type ToldVersion } from '#lib/server/configurations/told-versions.ts';
import { DraftEditor, setDraftEditor } from '#lib/state/draft-editor.svelte.ts';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Page from '../../../../../../src/routes/(dashboard)/apps/[clientId]/history/+page.svelte';
import { tellPage } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/history/told.ts';
import { MemoryStore } from '../../../../../support/draft-store.ts';

const VERSIONS = 500;
/** Bytes of HTML, when every version asks for something else than the one before, in everything. */
const BUDGET = 175_000;

const ALL: Selection = officialCatalog.items.map(({ code }) => ({ code, required: true }));

/** Each takes away half of what the one before asks, and brings the other half. */
function versionOf(number: number): ToldVersion {
	const selection = ALL.map((item, index) => ({
		...item,
		required: (index + number) % 3 === 0
	})).filter((_, index) => (index + number) % 4 > 0);
	const locked = lockIn({ selection, purposes: {} }, officialCatalog);
	return {
		number,
		locked,
		scope: formatScope(locked.access),
		message: `What changed in version ${number}, in a sentence of an ordinary length`,
		verdict: 'both',
		catalogRevision: officialCatalog.revision,
		publishedBy: 'You',
		publishedAt: Date.UTC(2026, 0, 1) + number * 3_600_000
	};
}

const told = tellPage({
	total: VERSIONS,
	page: 1,
	pages: VERSIONS / VERSIONS_PER_PAGE,
	versions: Array.from({ length: VERSIONS_PER_PAGE }, (_, index) => versionOf(VERSIONS - index)),
	previous: versionOf(VERSIONS - VERSIONS_PER_PAGE),
	next: null
});

/** What the layouts around the page load. */
const LAYOUT = {
	application: {
		clientId: '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07',
		clientIdMadeHere: false,
		name: 'Charge Planner',
		mode: 'live',
		redirectUris: [],
		createdAt: 0,
		updatedAt: 0
	},
	published: null,
	damaged: null,
	counted: { vehicles: '', connections: '' },
	draftChanges: 0,
	applications: { names: [], count: 0 },
	band: null,
	last: null,
	mail: { toOwners: false, kept: false }
} as const;

const draft = { revision: 1, updatedAt: 1, basedOn: VERSIONS, selection: ALL, purposes: {} };

/** The page, within the layout that has the editor of the draft. */
const WithEditor: typeof Page = (internals, props) => {
	setDraftEditor(new DraftEditor(new MemoryStore(), draft, null));
	return Page(internals, props);
};

it('a page of 500 versions that differ in everything stays within its bytes', () => {
	const { body } = render(WithEditor, {
		props: {
			data: { ...LAYOUT, draft, title: 'History', comparison: null, picks: [], ...told },
			form: null
		},
		context: new Map()
	});
	expect(body).toContain('href="/permissions/read_battery"');
	expect(Buffer.byteLength(body)).toBeLessThan(BUDGET);
});

it('the browser is sent once what the versions hold alike', () => {
	const items = told.versions.flatMap(({ locked }) => locked?.selection ?? []);
	const asked = told.versions.flatMap((version) => version.asked ?? []);
	expect(items.length).toBeGreaterThan(10 * ALL.length);
	// Each is required in some versions, and optional in others.
	expect(new Set(items).size).toBe(2 * ALL.length);
	expect(new Set(asked).size).toBeLessThanOrEqual(2 * PERMISSION_NAMES.length);
});
