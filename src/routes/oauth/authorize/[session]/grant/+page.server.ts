import { isPermissionName, type PermissionName } from '#lib/access/permission.ts';
import { fill } from '#lib/access/owner-words/fill.ts';
import { languageOf } from '#lib/access/owner-words/languages.ts';
import { permissionText } from '#lib/access/owner-words/permission-texts.ts';
import { portalWords } from '#lib/access/owner-words/portal/words.ts';
import { notAsked } from '#lib/connect/not-asked.ts';
import type { ConnectSession } from '#lib/connect/journey/session.ts';
import { consentLines, untickedAtFirst } from '#lib/server/connect/consent-page.ts';
import { decide } from '#lib/server/connect/journey/decide.ts';
import { leave } from '#lib/server/connect/journey/leave.ts';
import { findOffer } from '#lib/server/connect/journey/offer.ts';
import { placeOf } from '#lib/connect/redirect-back.ts';
import { fail, redirect } from '@sveltejs/kit';
import type { Frame, ScreenEvent } from '../frame.ts';
import { ownerPage } from '../owner-page.ts';
import { follow, readStep, screenPath } from '../traveller.ts';
import { describeKeptOut, vehicleName } from '../vehicle-words.ts';
import type { Actions } from './$types.js';

async function readConsent(
	{ locals }: ScreenEvent,
	session: ConnectSession,
	{ language, words }: Frame
) {
	// Another brand was picked since, and nobody signed in to it yet.
	if (session.accountId === null) {
		redirect(303, screenPath(session.id, session.make === null ? 'brand' : 'login'));
	}
	const { permissions, list } = languageOf(language);
	const { offer, lines, unticked } = await locals.context.read(async (transaction) => ({
		offer: await findOffer(transaction, session),
		lines: await consentLines(transaction, session, { words, permissions, list }),
		unticked: await untickedAtFirst(transaction, session)
	}));
	const { redirectUri, asked } = session.request;
	const required = asked.filter((one) => one.required).length;
	const named = (name: PermissionName) => permissionText(name, permissions).label;
	const { shown, others } = notAsked(asked);
	const { settings } = locals.context;
	return {
		words: {
			sandbox: words.sandbox,
			allowTitle: words.allowTitle,
			grantTitle: words.grantTitle,
			permissions: words.permissions,
			mayDo: words.mayDo,
			required: words.required,
			chosen: words.chosen,
			stays: required === 1 ? words.requiredStays : required > 1 ? words.requiredStay : undefined,
			selectAll: words.selectAll,
			clearAll: words.clearAll,
			notAccessed: portalWords(language).notAccessed,
			otherThings: fill(words.otherThings, { count: String(others.length) }),
			keepOne: words.keepOne,
			says: words.says,
			withoutIt: words.withoutIt,
			saysUnchecked: words.saysUnchecked,
			requiredMissing: words.requiredMissing,
			notAsked: words.notAsked,
			otherAccount: words.otherAccount,
			vehicles: words.vehicles,
			vehicle: words.vehicle,
			onlyVehicle: words.onlyVehicle,
			keepOneVehicle: words.keepOneVehicle,
			howLong: words.howLong,
			lifetime: words.lifetime,
			takeItBack: words.takeItBack,
			takeItBackAt: words.takeItBackAt,
			next: words.next,
			deny: words.deny,
			allow: words.allow
		},
		lines,
		unticked,
		singleSelect: offer.singleSelect,
		vehicles: offer.vehicles.map(({ id, vin, ...named }) => ({
			id,
			vin,
			name: vehicleName(named)
		})),
		keptOut: describeKeptOut(offer.keptOut, words, language),
		notAccessed: { shown: shown.map(named), others: others.map(named) },
		/** Where owners take it back; null where nobody can sign in. */
		portal: settings.mail.kind === 'off' ? null : `${new URL(locals.origin).host}/my`,
		/** Null where the session ends on a page of our own. */
		goesTo: redirectUri === null ? null : fill(words.goesTo, { place: placeOf(redirectUri) })
	};
}

export const load = ownerPage('grant', readConsent, ({ vehicles, ...page }) => ({
	what: { ...page, vehicles: vehicles.map(({ name }) => name) },
	changing: vehicles.flatMap(({ id, vin }) => [id, vin])
}));

/** What to say about each fault of a consent form. */
const FAULT_WORDS = {
	'required-missing': 'requiredMissing',
	'not-asked': 'notAsked',
	nothing: 'keepOne',
	vehicle: 'keepOneVehicle',
	'other-account': 'otherAccount'
} as const;

export const actions: Actions = {
	allow: async (event) => {
		const { form, traveller } = await readStep(event);
		const texts = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
		const [permissions, vehicles] = [texts('permission'), texts('vehicle')];
		const choice = { permissions, vehicles };
		const { fault } = await follow(event, await decide(event.locals.context, traveller, choice));
		return fail(422, {
			fault: FAULT_WORDS[fault],
			permissions: permissions.filter(isPermissionName),
			vehicles
		});
	},
	deny: async (event) => {
		const { traveller } = await readStep(event);
		await follow(event, await leave(event.locals.context, traveller, 'access_denied'));
	}
};
