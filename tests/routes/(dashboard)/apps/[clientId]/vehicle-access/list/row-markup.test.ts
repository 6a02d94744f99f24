import { createSearch } from '#lib/access/catalog/search.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { describe, expect, it } from 'vitest';
import { priceMarkup } from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicle-access/list/row-markup.ts';
import {
	escapeText,
	whatMarkup
} from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicle-access/list/what-markup.ts';

const item = { code: 'charge-limit', name: 'Charge limit' };

describe('a text in markup', () => {
	it.each([
		['plain', 'plain'],
		['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
		['"quoted" and ’curled’', '&quot;quoted&quot; and ’curled’'],
		["it's", 'it&#39;s']
	])('%s', (text, markup) => {
		expect(escapeText(text)).toBe(markup);
	});
});

describe('what an item is', () => {
	it('is its name, its code and its description, each as it reads', () => {
		expect(whatMarkup(item, null, 'Between <0> & 100.')).toBe(
			'<span class="name"><b id="charge-limit-name">Charge limit</b> <code>charge-limit</code></span><span class="desc">Between &lt;0&gt; &amp; 100.</span>'
		);
	});

	it('has the part marked that was searched for, whatever stands around it', () => {
		const mark = (text: string) => {
			const start = text.indexOf('<i>');
			return start < 0 ? null : { start, end: start + 3 };
		};
		const found = createSearch(officialCatalog.items).find('charge');
		if (!found) throw new Error('Charge is found');
		expect(whatMarkup({ ...item, name: 'a<i>&' }, { ...found, mark }, '')).toContain(
			'>a<mark>&lt;i&gt;</mark>&amp;</b>'
		);
		expect(whatMarkup(item, found, 'Charge.')).toContain('<mark>Charge</mark> limit</b>');
	});
});

describe('the price of an item', () => {
	it('is nothing, to those who see and to those who hear it', () => {
		const markup = priceMarkup([]);
		expect(markup).toContain('>in scope<');
		expect(markup).toContain('>no new permission<');
	});

	it('is each permission that comes along, in the order given', () => {
		expect(priceMarkup(['read_odometer', 'read_vehicle_info'])).toBe(
			'<span class="adds">+&nbsp;read_odometer</span> <span class="adds">+&nbsp;read_vehicle_info</span>'
		);
	});

	it.each(officialCatalog.permissions.map(({ name, sensitivity }) => [name, sensitivity] as const))(
		'says of %s that it is sensitive only where it is highly so: %s',
		(name, sensitivity) => {
			expect(priceMarkup([name]).includes('sensitive')).toBe(sensitivity === 'high');
		}
	);
});
