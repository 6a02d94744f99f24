import type { PermissionName } from '../permission.ts';
import { asChecked } from './checked-data.ts';
import details from './data/permission-details.json' with { type: 'json' };
import type { PermissionDetail } from './schema.ts';

const byName = asChecked<Readonly<Record<PermissionName, PermissionDetail>>>(details);

/** What is read once a permission is looked up: what it gives, notes, sources. */
export function permissionDetail(name: PermissionName): PermissionDetail {
	return byName[name];
}
