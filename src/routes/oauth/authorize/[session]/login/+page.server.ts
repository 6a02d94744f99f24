import { MAKES } from '#lib/access/catalog/makes.ts';
import { fill } from '#lib/access/owner-words/fill.ts';
import { MAX_USERNAME_LENGTH } from '#lib/server/connect/vehicle-accounts.ts';
import { logIn } from '#lib/server/connect/journey/log-in.ts';
import { TEST_LOGINS } from '#lib/connect/test-logins.ts';
import { readUsername } from '#lib/connect/username.ts';
import { textOf } from '#lib/server/http/read-form.ts';
import { fail } from '@sveltejs/kit';
import { exit } from '../exit.ts';
import { ownerPage } from '../owner-page.ts';
import { follow, readStep } from '../traveller.ts';
import { testLogin } from '../../../words.en.ts';
import type { Actions } from './$types.js';

export const load = ownerPage('login', (event, { make, request }, { words }) => {
	const again = request.responseType === 'vehicle_id';
	const name = MAKES.find(({ key }) => key === make)?.name ?? '';
	return {
		words: {
			sandbox: words.sandbox,
			username: words.username,
			usernameMissing: words.usernameMissing,
			usernameLong: words.usernameLong,
			password: words.password,
			passwordMissing: words.passwordMissing,
			otherAccount: words.otherAccount,
			otherBrand: words.otherBrand,
			signIn: words.signIn,
			testLogins: words.testLogins,
			testLoginsText: words.testLoginsText
		},
		title: fill(words.loginTitle, { make: name }),
		text: again ? words.loginAgainText : fill(words.loginText, { make: name }),
		canChangeBrand: !again && request.make === null,
		username: event.url.searchParams.get('username')?.slice(0, MAX_USERNAME_LENGTH) ?? '',
		testLogins: TEST_LOGINS.map(({ username, result }) => ({
			username,
			result: testLogin(result)
		}))
	};
});

type Fault = 'usernameMissing' | 'usernameLong' | 'passwordMissing' | 'otherAccount';

function checkLogin(username: string, password: string): Fault | null {
	if (username === '') return 'usernameMissing';
	if (username.length > MAX_USERNAME_LENGTH) return 'usernameLong';
	return password === '' ? 'passwordMissing' : null;
}

export const actions: Actions = {
	signIn: async (event) => {
		const { form, traveller } = await readStep(event);
		const username = readUsername(textOf(form, 'username'));
		const fault = checkLogin(username, textOf(form, 'password'));
		if (fault) return fail(422, { fault, username });
		await follow(event, await logIn(event.locals.context, traveller, username));
		const otherAccount: Fault = 'otherAccount';
		return fail(422, { fault: otherAccount, username });
	},
	exit
};
