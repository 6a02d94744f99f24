import { brandsOf } from '#lib/connect/brands.ts';
import { requireOwner } from '../visit.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	await requireOwner(event);
	return { brands: brandsOf(null), search: event.url.searchParams.get('search') ?? '' };
};
