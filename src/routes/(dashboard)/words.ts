import { describeWrongClientId } from '#lib/access/client-id.ts';
import { MAX_NAME_LENGTH, type NameRefusal } from '#lib/server/applications/application-name.ts';
import type { CreateRefusal, DeleteRefusal } from '#lib/server/applications/applications.ts';
import type { ClientIdRefusal } from '#lib/server/applications/client-ids.ts';
import { refuseGoneApplication } from '#lib/server/http/gone-application.ts';
import type { Deleted, Gone, Refused } from '#lib/server/outcome.ts';

const GONE: Readonly<Record<Exclude<Deleted, 'application'>, string>> = {
	'machine-client':
		'This machine client was deleted in another window; the list is up to date now.',
	'redirect-uri': 'This redirect URI was removed in another window; the list is up to date now.',
	secret: 'This secret was deleted in another window; the list is up to date now.',
	version: 'There is no such version; nothing was changed.'
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
			return `A name has at most ${MAX_NAME_LENGTH} characters.`;
		case 'name-unprintable':
			return `The name holds the invisible character ${refusal.data.character}; remove it.`;
	}
}

/** Words for what is done with an application as a whole. */
export function describeApplication(
	outcome: Gone | Refused<CreateRefusal | ClientIdRefusal | DeleteRefusal>
): string {
	if (outcome.kind === 'gone') return describeGone(outcome);
	switch (outcome.code) {
		case 'too-many-applications':
			return `There are ${outcome.data.limit} applications already; delete one first.`;
		case 'client-id-unreadable':
			return describeWrongClientId(outcome.data.text);
		case 'client-id-taken':
			return `Client ID: “${outcome.data.name}” has ${outcome.data.clientId} already. Two applications never share one; open that application, or write the id of this one.`;
		case 'client-id-former':
			return `Client ID: “${outcome.data.name}” had ${outcome.data.clientId} before, and addresses with it still lead there. Write the id of this application.`;
		case 'other-name':
			return `Nothing was deleted: type the name exactly, “${outcome.data.name}”.`;
		default:
			return describeName(outcome, 'Give the application a name; vehicle owners will read it.');
	}
}
