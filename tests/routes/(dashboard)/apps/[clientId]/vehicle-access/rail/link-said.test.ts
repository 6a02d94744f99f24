import { describe, expect, it } from 'vitest';
import { linkSaid } from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicle-access/rail/link-said.ts';

describe('linkSaid', () => {
	it.each([
		['live', 7, 'Live link of version 7 copied'],
		['sandbox', 7, 'Sandbox link of version 7 copied'],
		[
			'live',
			null,
			'Live link copied. Nothing is published yet, so it carries the scope of the draft.'
		],
		[
			'sandbox',
			null,
			'Sandbox link copied. Nothing is published yet, so it carries the scope of the draft.'
		]
	] as const)('of a %s link with version %s is “%s”', (place, version, said) => {
		expect(linkSaid({ place, version })).toBe(said);
	});
});
