import { createCatalog, type Catalog } from './catalog.ts';
import { asChecked } from './checked-data.ts';
import attributes from './data/attributes.json' with { type: 'json' };
import commands from './data/commands.json' with { type: 'json' };
import endpoints from './data/endpoints.json' with { type: 'json' };
import permissions from './data/permissions.json' with { type: 'json' };
import signals from './data/signals.json' with { type: 'json' };
import type { CatalogItem, PermissionFacts } from './schema.ts';

/** The catalog of the platform: signals, commands, attributes, endpoints, in that order. */
export const officialCatalog: Catalog = createCatalog(
	[signals, commands, attributes, endpoints].flatMap((items) =>
		asChecked<readonly CatalogItem[]>(items)
	),
	asChecked<readonly PermissionFacts[]>(permissions)
);
