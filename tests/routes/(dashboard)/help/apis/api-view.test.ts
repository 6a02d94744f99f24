import { API_DOCUMENTS } from '#lib/server/programs/openapi/documents.ts';
import { readSettings } from '#lib/server/settings.ts';
import { describe, expect, it } from 'vitest';
import { apiView } from '../../../../../src/routes/(dashboard)/help/apis/api-view.ts';

const settings = readSettings({ ORIGINS: 'http://localhost:8080' });

describe.each(Object.entries(API_DOCUMENTS))('the page of %s', (_, describeApi) => {
	const view = apiView(describeApi(settings));
	const operations = view.groups.flatMap(({ operations: some }) => some);

	it('shows every operation with what it answers', () => {
		expect(operations.length).toBeGreaterThan(1);
		for (const { answers } of operations) {
			expect(answers.length).toBeGreaterThan(1);
			for (const { status, description } of answers) expect(description, status).not.toBe('');
		}
	});

	it('leads from each body to a schema that it shows', () => {
		const shown = view.schemas.map(({ name }) => name);
		const named = operations.flatMap(({ request, answers }) => [
			...request,
			...answers.flatMap(({ schemas }) => schemas)
		]);
		expect(named.length).toBeGreaterThan(3);
		expect(shown).toEqual(expect.arrayContaining(named));
	});
});
