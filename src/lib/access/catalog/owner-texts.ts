import type { PermissionName } from '../permission.ts';
import { asChecked } from './checked-data.ts';
import texts from './data/owner-texts.json' with { type: 'json' };
import type { OwnerTexts } from './schema.ts';

const byName = asChecked<OwnerTexts>(texts);

/** What a permission lets an app do, in a plain sentence for the vehicle owner. */
export function ownerTextOf(name: PermissionName): string {
	return byName[name];
}
