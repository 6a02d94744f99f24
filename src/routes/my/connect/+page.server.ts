import { brandsOf } from '#lib/connect/brands.ts';
import { ownersPage } from '../portal-page.ts';

export const load = ownersPage('/my/connect', (_, { url }) => ({
	brands: brandsOf(null),
	search: url.searchParams.get('search') ?? ''
}));
