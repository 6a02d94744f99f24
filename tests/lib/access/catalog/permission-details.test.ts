import data from '#lib/access/catalog/data/permission-details.json' with { type: 'json' };
import { permissionDetail } from '#lib/access/catalog/permission-details.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { expect, it } from 'vitest';

it.each(PERMISSION_NAMES)('%s is described under its name', (name) => {
	expect(permissionDetail(name).description).toBe(data[name].description);
});
