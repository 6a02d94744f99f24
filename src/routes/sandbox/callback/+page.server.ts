import { isConnectError } from '#lib/connect/connect-errors.ts';
import { findRun, forgetRun } from '#lib/server/connect/sample/runs.ts';
import { exchangeSampleCode } from '#lib/server/connect/sample/exchange.ts';
import { refuseGoneApplication } from '#lib/server/http/gone-application.ts';
import { readForm, textOf } from '#lib/server/http/read-form.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { fail } from '@sveltejs/kit';
import { sampleBrowserOf } from '../sample-cookie.ts';
import type { Actions, PageServerLoad } from './$types.js';
import * as words from '../words.en.ts';

export const load: PageServerLoad = async (event) => {
	const { url, locals } = event;
	const parameters = [...url.searchParams]
		.map(([name, value]) => ({ name, value }))
		// The name of a form's action stands there too.
		.filter(({ name }) => !name.startsWith('/'));
	const state = url.searchParams.get('state');
	const error = url.searchParams.get('error');
	const run = await findRun(locals.context, sampleBrowserOf(event), state);
	return {
		origin: locals.context.settings.origin,
		parameters,
		code: url.searchParams.get('code'),
		state,
		error,
		isConnectError: error !== null && isConnectError(error),
		stateKnown: run !== null,
		clientId: run?.clientId ?? null,
		redirectUri: run?.redirectUri ?? null
	};
};

export const actions: Actions = {
	exchange: async (event) => {
		const body = await readForm(event.request, ['code', 'state']);
		if (!body.ok) return fail(body.status, { message: body.message });
		const [code, state] = [textOf(body.form, 'code'), textOf(body.form, 'state')];
		const browser = sampleBrowserOf(event);
		const run = await findRun(event.locals.context, browser, state);
		if (!run || browser === undefined) {
			return fail(400, { message: words.notExchanged });
		}
		const { context, address } = event.locals;
		const ask = (path: string, init: RequestInit) => askFromWithin(context, address, path, init);
		const result = (await exchangeSampleCode(context, ask, run, code)) ?? refuseGoneApplication();
		await forgetRun(event.locals.context, browser, state);
		return { result, clientId: run.clientId, redirectUri: run.redirectUri };
	}
};
