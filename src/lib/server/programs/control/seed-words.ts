import { describeWrongClientId } from '#lib/access/client-id.ts';
import type { Problem } from '#lib/access/configuration.ts';
import { describeRedirectUri } from '#lib/access/connect-url/redirect-uri.ts';
import { MAX_NAME_LENGTH } from '../../applications/application-name.ts';
import type { PlacedFault, SeedFault } from '../../applications/seed/wanted.ts';

/** Reason that a version is kept with which a seed published. */
export const SEEDED = 'From a seed';

/** A fault of a seed with the field that it lies in. */
export function wordFault({ application, redirectUri, fault }: PlacedFault): Problem {
	const [field, message] = describe(fault);
	const at = redirectUri === null ? '' : `[${redirectUri}]`;
	const inside = field === '' ? '' : `.${field}${at}`;
	return { path: `applications[${application}]${inside}`, message };
}

/** The field of an application, and what is wrong with it. */
function describe(fault: SeedFault): readonly [field: string, message: string] {
	switch (fault.code) {
		case 'name-missing':
			return ['name', 'Give the application a name; vehicle owners will read it.'];
		case 'name-too-long':
			return ['name', `A name has at most ${MAX_NAME_LENGTH} characters.`];
		case 'name-unprintable':
			return ['name', `Holds the invisible character ${fault.data.character}; remove it.`];
		case 'client-id-unreadable':
			return ['clientId', describeWrongClientId(fault.data.text)];
		case 'client-id-taken':
		case 'client-id-former':
			return [
				'clientId',
				`“${fault.data.name}” had this client id before; write the one that it has now, or another.`
			];
		case 'client-id-twice':
			return ['clientId', `Stands at applications[${fault.data.first}] already; write it once.`];
		case 'too-many-applications':
			return ['', `There would be more than ${fault.data.limit} applications; delete some first.`];
		case 'uri-unfit':
			return ['redirectUris', describeRedirectUri(fault.data.rule, fault.data.clientId)];
		case 'too-many-uris':
			return ['redirectUris', `An application has at most ${fault.data.limit} redirect URIs.`];
		case 'too-many-secrets':
			return [
				'clientSecret',
				`The application has ${fault.data.limit} other secrets; delete one of them first.`
			];
		case 'empty':
			return ['selection', 'Needs no permission, so there is nothing to publish; pick an item.'];
	}
}
