import { describeWrongClientId } from '#lib/access/client-id.ts';
import { MAX_NAME_LENGTH, type NameRefusal } from '#lib/server/applications/application-name.ts';
import type { CreateRefusal, DeleteRefusal } from '#lib/server/applications/applications.ts';
import type { ClientIdRefusal } from '#lib/server/applications/client-ids.ts';
import { refuseGoneApplication } from '#lib/server/http/gone-application.ts';
import type { Deleted, Gone, Refused } from '#lib/server/outcome.ts';
import * as words from './words.en.ts';

const GONE: Readonly<Record<Exclude<Deleted, 'application'>, string>> = {
	connection: words.goneConnection,
	delivery: words.goneDelivery,
	'machine-client': words.goneMachineClient,
	'redirect-uri': words.goneRedirectUri,
	secret: words.goneSecret,
	subscription: words.goneSubscription,
	version: words.goneVersion,
	webhook: words.goneWebhook
};

/** @throws a 404 for the page when it is the application that is gone. */
export function describeGone({ what }: Gone): string {
	return what === 'application' ? refuseGoneApplication() : GONE[what];
}

/** @param missing what to write, where nothing is written */
export function describeName(refusal: NameRefusal, missing: string): string {
	switch (refusal.code) {
		case 'name-missing':
			return missing;
		case 'name-too-long':
			return words.nameTooLong(MAX_NAME_LENGTH);
		case 'name-unprintable':
			return words.nameUnprintable(refusal.data.character);
	}
}

/** Words for what is done with an application as a whole. */
export function describeApplication(
	outcome: Gone | Refused<CreateRefusal | ClientIdRefusal | DeleteRefusal>
): string {
	if (outcome.kind === 'gone') return describeGone(outcome);
	switch (outcome.code) {
		case 'too-many-applications':
			return words.tooManyApplications(outcome.data.limit);
		case 'client-id-unreadable':
			return describeWrongClientId(outcome.data.text);
		case 'client-id-taken':
			return words.clientIdTaken(outcome.data.name, outcome.data.clientId);
		case 'client-id-former':
			return words.clientIdFormer(outcome.data.name, outcome.data.clientId);
		case 'other-name':
			return words.otherName(outcome.data.name);
		default:
			return describeName(outcome, words.nameMissing);
	}
}
