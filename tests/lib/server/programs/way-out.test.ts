import { officialCatalog } from '#lib/access/catalog/official.ts';
import { parseView } from '../../../../src/routes/(dashboard)/apps/[clientId]/vehicle-access/view.ts';
import { wayOut } from '#lib/server/programs/way-out.ts';
import { describe, expect, it } from 'vitest';

const origin = 'http://127.0.0.1:4600';
const clientId = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

describe('The way out of a refusal', () => {
	it('names what is missing, what would do, and the page to ask for it on', () => {
		const item = officialCatalog.item('odometer-traveleddistance');
		if (!item) throw new Error('No such item');
		expect(wayOut({ origin, clientId, item, missing: ['read_odometer'] })).toEqual({
			'www-authenticate': 'Bearer error="insufficient_scope", scope="read_odometer"',
			'x-accepted-permissions': 'read_odometer',
			link: `<${origin}/apps/${clientId}/vehicle-access?tab=signals&open=odometer-traveleddistance#odometer-traveleddistance>; rel="help"; title="odometer-traveleddistance in Vehicle Access"`
		});
	});

	it('leads to a view of the page that shows the item, whichever it is', () => {
		for (const item of officialCatalog.items) {
			const { link } = wayOut({ origin, clientId, item, missing: item.permissions });
			const { searchParams, hash } = new URL(/<(.*)>/.exec(link ?? '')?.[1] ?? '');
			const view = parseView(searchParams);
			expect(view.open).toBe(item.code);
			expect(view.tab).toBe(item.apiVersion === 'v2' ? 'v2' : `${item.kind}s`);
			expect(hash).toBe(`#${item.code}`);
		}
	});
});
