import { MAKES } from '#lib/access/catalog/makes.ts';
import { fill } from '#lib/access/owner-words/fill.ts';
import { languageOf } from '#lib/access/owner-words/languages.ts';
import { portalWords } from '#lib/access/owner-words/portal/words.ts';
import { TEST_LOGINS } from '#lib/connect/test-logins.ts';
import { readUsername } from '#lib/connect/username.ts';
import { MAX_USERNAME_LENGTH } from '#lib/server/connect/vehicle-accounts.ts';
import { readForm, textOf } from '#lib/server/http/read-form.ts';
import { linkAccount } from '#lib/server/owners/accounts.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import { ownersPage } from '../../portal-page.ts';
import { languageFor, requireOwner } from '../../visit.ts';
import type { Actions } from './$types.js';

/** Sends whoever came by an address that no brand has to the list of them. */
function brandNamed(key: string): string {
	return MAKES.find((make) => make.key === key)?.name ?? redirect(303, '/my/connect');
}

export const load = ownersPage('/my/connect/[make]', (_, { params, url }) => ({
	brand: brandNamed(params.make ?? ''),
	username: url.searchParams.get('username')?.slice(0, MAX_USERNAME_LENGTH) ?? '',
	testLogins: TEST_LOGINS.map(({ username }) => username)
}));

/** What is wrong with which field; of the account itself, with its name. */
interface Fault {
	readonly field: 'username' | 'password';
	readonly message: string;
}

export const actions: Actions = {
	default: async (event) => {
		const { context } = await requireOwner(event);
		const brand = brandNamed(event.params.make);
		const body = await readForm(event.request, ['username', 'password']);
		if (!body.ok) error(body.status, body.message);
		const username = readUsername(textOf(body.form, 'username'));
		const language = languageFor(event);
		const fault = loginFault(language, username, textOf(body.form, 'password'));
		if (fault) return fail(422, { ...fault, username });
		const linked = await linkAccount(context, { make: event.params.make, username });
		if (linked.ok) redirect(303, '/my/applications');
		if (linked.code === 'owner-gone') redirect(303, '/my');
		const words = portalWords(language);
		const message =
			linked.code === 'too-many'
				? fill(words.tooManyAccounts, { most: String(linked.data.most) })
				: fill(words.brandRefuses, { make: brand });
		const refused: Fault = { field: 'username', message };
		return fail(422, { ...refused, username });
	}
};

function loginFault(language: string, username: string, password: string): Fault | null {
	const { words } = languageOf(language);
	if (username === '') return { field: 'username', message: words.usernameMissing };
	if (username.length > MAX_USERNAME_LENGTH) {
		return { field: 'username', message: words.usernameLong };
	}
	return password === '' ? { field: 'password', message: words.passwordMissing } : null;
}
