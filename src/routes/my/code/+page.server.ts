import { countIn, portalWords } from '#lib/access/owner-words/portal/words.ts';
import { browserName } from '#lib/owners/browser-name.ts';
import { callerOf } from '#lib/server/connect/throttle.ts';
import { textOf, readForm } from '#lib/server/http/read-form.ts';
import { findAwaited, submitCode, type Submitted } from '#lib/server/owners/submit-code.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { sendCode } from '../asking.ts';
import { giveSecret, secretIn, takeSecret } from '../cookies.ts';
import { languageFor, nextPath, visitOf } from '../visit.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { context } = event.locals;
	const awaited = await findAwaited(context, secretIn(event, 'owner_code'));
	const next = event.url.searchParams.get('next');
	if (awaited === null) {
		const { signedIn } = await visitOf(event);
		redirect(303, signedIn ? nextPath(next) : '/my');
	}
	return { ...awaited, next, outbox: context.settings.mail.kind === 'outbox' };
};

export const actions: Actions = {
	signIn: async (event) => {
		const form = await formOf(event);
		const { locals, request } = event;
		const submitted = await submitCode(locals.context, {
			code: textOf(form, 'code'),
			browser: secretIn(event, 'owner_code'),
			client: callerOf(locals.address),
			browserName: browserName(request.headers.get('user-agent')),
			former: secretIn(event, 'owner')
		});
		const next = nextPath(textOf(form, 'next'));
		// Another tab was faster, or somebody went back.
		if (secretIn(event, 'owner_code') === undefined && (await visitOf(event)).signedIn) {
			redirect(303, next);
		}
		if (submitted.kind !== 'signed-in') {
			const message = refusalOf(languageFor(event), submitted);
			return fail(422, { message, over: submitted.kind === 'over' });
		}
		giveSecret(event, 'owner', submitted.secret);
		giveSecret(event, 'owner_known', submitted.known);
		takeSecret(event, 'owner_code');
		redirect(303, next);
	},
	again: async (event) => {
		const form = await formOf(event);
		const awaited = await findAwaited(event.locals.context, secretIn(event, 'owner_code'));
		if (awaited === null) redirect(303, '/my');
		const sent = await sendCode(event, awaited.address);
		if (!sent.ok) return fail(sent.status, { message: sent.message, over: !awaited.good });
		const next = textOf(form, 'next');
		redirect(303, next === '' ? '/my/code' : `/my/code?next=${encodeURIComponent(nextPath(next))}`);
	}
};

async function formOf({ request }: Pick<RequestEvent, 'request'>): Promise<FormData> {
	const body = await readForm(request, ['code', 'next']);
	if (!body.ok) error(body.status, body.message);
	return body.form;
}

function refusalOf(
	language: string,
	submitted: Exclude<Submitted, { readonly kind: 'signed-in' }>
): string {
	const words = portalWords(language);
	switch (submitted.kind) {
		case 'malformed':
			return words.codeMalformed;
		case 'wrong': {
			const { left } = submitted;
			return left === 0 ? words.codeOver : countIn(language, words.codeWrong, left);
		}
		case 'over':
			return words.codeOver;
		case 'too-short':
			return words.codeTooShort;
	}
}
