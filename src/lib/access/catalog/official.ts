import { createCatalog, type Catalog } from './catalog.ts';
import { asChecked } from './checked-data.ts';
import attributes from './data/attributes.json' with { type: 'json' };
import commands from './data/commands.json' with { type: 'json' };
import endpoints from './data/endpoints.json' with { type: 'json' };
import permissions from './data/permissions.json' with { type: 'json' };
import signals from './data/signals.json' with { type: 'json' };
import type { CatalogItem, PermissionFacts } from './schema.ts';

/** Every signal is read at the same path under its code, so the data does not repeat it. */
const signalItems = asChecked<readonly Omit<CatalogItem, 'path'>[]>(signals).map((signal) => ({
	...signal,
	path: `GET /vehicles/{vehicleId}/signals/${signal.code}`
}));

/** The catalog of the platform: signals, commands, attributes, endpoints, in that order. */
export const officialCatalog: Catalog = createCatalog(
	[
		signalItems,
		...[commands, attributes, endpoints].map((items) => asChecked<readonly CatalogItem[]>(items))
	].flat(),
	asChecked<readonly PermissionFacts[]>(permissions)
);
