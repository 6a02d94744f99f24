import type { NameRefusal } from '#lib/server/applications/application-name.ts';
import { gone, refuse, type Deleted } from '#lib/server/outcome.ts';
import { describe, expect, it } from 'vitest';
import { describeApplication, describeGone } from '../../../src/routes/(dashboard)/words.ts';

const GIVEN = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

describe('describeApplication', () => {
	it.each<[NameRefusal, string]>([
		[
			{ code: 'name-missing', field: 'name' },
			'Give the application a name; vehicle owners will read it.'
		],
		[{ code: 'name-too-long', field: 'name' }, 'A name has at most 80 characters.'],
		[
			{ code: 'name-unprintable', field: 'name', data: { character: 'U+202E' } },
			'The name holds the invisible character U+202E; remove it.'
		]
	])('says of a name what is wrong with it: %j', (refusal, words) => {
		expect(describeApplication(refuse(refusal))).toBe(words);
	});

	it('names the other application that has a client id, or had it', () => {
		const data = { clientId: GIVEN, name: 'Fleet' };
		expect(describeApplication(refuse({ code: 'client-id-taken', field: 'clientId', data }))).toBe(
			`Client ID: “Fleet” has ${GIVEN} already. Two applications never share one; open that application, or write the id of this one.`
		);
		expect(describeApplication(refuse({ code: 'client-id-former', field: 'clientId', data }))).toBe(
			`Client ID: “Fleet” had ${GIVEN} before, and addresses with it still lead there. Write the id of this application.`
		);
	});

	it('repeats what is no client id', () => {
		const refused = refuse({
			code: 'client-id-unreadable',
			field: 'clientId',
			data: { text: ' planner ' }
		});
		expect(describeApplication(refused)).toMatch(/^Client ID: “planner” is no UUID\. Write /);
	});

	it('says what to do when there are too many, and what to type before one is deleted', () => {
		expect(
			describeApplication(
				refuse({ code: 'too-many-applications', field: 'name', data: { limit: 100 } })
			)
		).toBe('There are 100 applications already; delete one first.');
		expect(
			describeApplication(refuse({ code: 'other-name', field: 'confirm', data: { name: 'Fleet' } }))
		).toBe('Nothing was deleted: type the name exactly, “Fleet”.');
	});
});

describe('describeGone', () => {
	it.each<[Deleted, string]>([
		[
			'machine-client',
			'This machine client was deleted in another window; the list is up to date now.'
		],
		[
			'redirect-uri',
			'This redirect URI was removed in another window; the list is up to date now.'
		],
		['secret', 'This secret was deleted in another window; the list is up to date now.'],
		['version', 'There is no such version; nothing was changed.']
	])('of a %s says so on its page', (what, words) => {
		expect(describeGone(gone(what))).toBe(words);
	});

	it('answers with a page of its own when the application is gone', () => {
		expect(() => describeGone(gone('application'))).toThrow(
			expect.objectContaining({
				status: 404,
				body: {
					message: 'This application does not exist. It may have been deleted in another window.'
				}
			})
		);
	});
});
