import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import AppList from '../../../../src/routes/my/applications/AppList.svelte';
import EndedApps from '../../../../src/routes/my/applications/EndedApps.svelte';

const AT = Date.UTC(2027, 0, 15, 12);

describe('an application that ended', () => {
	const show = (receipt: number | null) => {
		const ended = [{ clientId: 'the-id', name: 'Trip Book', at: AT, by: 'you', receipt }] as const;
		return render(EndedApps, { props: { language: 'en', ended, more: false } }).body;
	};

	it('leads to the receipt of its end', () => {
		expect(show(12)).toContain('href="/my/receipts/12"');
	});

	it('leads nowhere else where none was written', () => {
		expect(show(null)).not.toContain('/my/receipts/');
	});
});

describe('an application that reaches vehicles', () => {
	const show = (
		language: string,
		unusedDays: number | null,
		endsByItself: { readonly at: number; readonly ifUnused: boolean } | null
	) => {
		const application = {
			clientId: 'the-id',
			name: 'Trip Book',
			firstGrantedAt: 0,
			lastUsedAt: null,
			vehicles: ['Volkswagen ID.4 2023'],
			gets: ['Battery'],
			asked: 1,
			endsByItself,
			unusedDays
		};
		const props = { language, applications: [application], page: 1, pages: 1, edges: {} };
		const { body } = render(AppList, { props });
		return body.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
	};
	const end = { at: AT, ifUnused: true };

	it.each([
		['en', 48, end, 'Not used for 48 days. Ends by itself on 15 January 2027.'],
		['de', 48, end, 'Seit 48 Tagen nicht genutzt. Endet von selbst am 15. Januar 2027.'],
		['fr', 48, end, 'Pas utilisé depuis 48 jours. Prend fin de lui-même le 15 janvier 2027.'],
		['es', 48, end, 'Sin usar desde hace 48 días. Termina por sí solo el 15 de enero de 2027.'],
		['en', 48, null, 'Not used for 48 days.']
	])('says in %s that it was not used for %d days', (language, days, ends, text) => {
		expect(show(language, days, ends)).toContain(text);
	});

	it('says when it ends among its facts where it is in use', () => {
		const text = show('en', null, end);
		expect(text).toContain('Ends if unused');
		expect(text).not.toContain('Not used for');
	});
});
