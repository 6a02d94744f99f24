import { officialCatalog } from '#lib/access/catalog/official.ts';
import { v3Answer } from './answers.ts';
import { vehicleBody } from './bodies/vehicle.ts';
import { vehicleEndpoint } from './endpoint.ts';
import { alone } from './style.ts';
import { toldBody } from './told-body.ts';

/** `GET /v3/vehicles/{id}`: what a vehicle is. */
export const vehicle = vehicleEndpoint({
	userRequired: false,
	item: () => ASKED,
	answer: ({ envelope }, reach) =>
		v3Answer(envelope.id, alone(reach.style, vehicleBody(reach.style, toldBody(reach))))
});

/** They are told together or not at all; one of them speaks for all. */
const ATTRIBUTES = requireItem('make');
const ASKED = {
	item: ATTRIBUTES,
	code: ATTRIBUTES.code,
	permissions: ATTRIBUTES.permissions,
	capable: () => true
};

function requireItem(code: string) {
	const item = officialCatalog.item(code);
	if (!item) throw new TypeError(`${code} is no item of the catalog`);
	return item;
}
