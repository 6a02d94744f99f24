import { describeCharacter, MAX_TEXT_LENGTH, quote } from '../characters.ts';
import { describeScopeFinding } from '../scope-words.ts';
import type { LinkFault } from './checks/finding.ts';
import { MAX_URL_LENGTH } from './checks/length.ts';
import { MAX_STATE_LENGTH } from './checks/state.ts';
import { encodeValue } from './encoding.ts';
import { parameterFacts } from './parameter-table.ts';
import { LIVE_CONNECT_ORIGIN, OLD_SIMULATED_MODE } from './parameters.ts';
import { describeRedirectUri } from './redirect-uri.ts';
import { CHECK_DIGIT_POSITION, VIN_LENGTH } from './vin.ts';

/** What is wrong with a link and what to write instead, for the developer. */
export function describeFault(fault: LinkFault): string {
	switch (fault.code) {
		case 'not-a-url':
			return NOT_A_CONNECT_URL;
		case 'text-too-long':
			return `Only the first ${MAX_TEXT_LENGTH} characters were read; shorten it.`;
		case 'link-too-long':
			return `The link has ${fault.length} characters; keep it to ${MAX_URL_LENGTH}, for example by a shorter state.`;
		case 'unknown-path':
			return `${quote(fault.path)} is not an address of Connect; write “${fault.near}”.`;
		case 'other-origin':
			return fault.loopback
				? `The link leads to ${fault.origin} on this machine; for real owners write ${LIVE_CONNECT_ORIGIN}.`
				: `The link leads to ${fault.origin}; Connect is at ${LIVE_CONNECT_ORIGIN}.`;
		case 'bad-percent':
			return 'A “%” in it is not followed by two hexadecimal digits of UTF-8; write “%” itself as %25.';
		case 'empty-value':
			return 'It is empty; leave it out or give it a value.';
		case 'control-character':
			return `It holds the invisible character ${fault.character}; remove it.`;
		case 'repeated-differently':
			return `It stands twice, as ${quote(fault.first)} and as ${quote(fault.second)}; write it once.`;
		case 'unknown-parameter':
			return `${quote(fault.name)} is no parameter of Connect and is ignored; ${fault.near ? `did you mean “${fault.near}”?` : 'remove it.'}`;
		case 'more-unknown-parameters':
			return `${fault.count} more parameters are unknown.`;
		case 'former-parameter':
			return `${quote(fault.name)} is ignored by Connect. ${fault.why} ${fault.write ? `Write ${fault.write.name}=${encodeValue(fault.write.value)}.` : 'Remove it.'}`;
		case 'pkce-parameter':
			return `${quote(fault.name)} belongs to PKCE. The sandbox checks it; no public source says that the platform does. It harms nothing.`;

		case 'no-response-type':
			return `It must be there; write response_type=${fault.write}.`;
		case 'no-code':
			return meaningOf('responseType', 'none');
		case 'reauthentication':
			return 'To let an owner sign in again, use /oauth/reauthenticate with response_type=vehicle_id and the id in vehicle_id.';
		case 'response-type':
			return fault.path === 'reauthenticate'
				? `${quote(fault.value)} does not fit /oauth/reauthenticate; write response_type=vehicle_id.`
				: `${quote(fault.value)} is no response type; write “code”, or “none” when your server uses machine credentials.`;
		case 'no-client-id':
			return 'It must be there; write the application’s client id.';
		case 'machine-id':
			return `${quote(fault.clientId)} is the id of machine credentials; write the application’s own id, a UUID like ${exampleOf('clientId')}.`;
		case 'client-id-form':
			return `${quote(fault.clientId)} is no UUID; write an id like ${exampleOf('clientId')}.`;
		case 'other-application':
			return `The link asks for another application; the id of this one is ${fault.clientId}.`;
		case 'vehicle-id-ignored':
			return 'It counts on /oauth/reauthenticate only; leave it out here.';
		case 'no-vehicle-id':
			return 'Signing in again needs it; write the id of the connected vehicle.';
		case 'vehicle-id-form':
			return `${quote(fault.vehicleId)} is no vehicle id; write one like ${exampleOf('vehicleId')}.`;
		case 'empty-scope':
			return 'It is empty and counts as absent: Connect asks for the stored Vehicle Access. Leave it out, or name a permission.';
		case 'scope-word':
			return describeScopeFinding(fault.fault);
		case 'no-default-redirect':
			return 'The application has no redirect URI yet, so there is no default; register one first.';
		case 'redirect-form':
			return describeRedirectUri(fault.rule, fault.clientId);
		case 'not-registered':
			return fault.nearest === null
				? 'It is not registered, and neither is any other; register it for the application.'
				: `It is not registered. Nearest is ${fault.nearest.uri}, which differs from character ${fault.nearest.difference.position} on: ${inWords(fault.nearest.difference.there)} there, ${inWords(fault.nearest.difference.here)} here. Write the registered one, or register this one.`;
		case 'loopback-address':
			return 'The platform documents plain http for the name localhost only; write http://localhost instead of the address.';

		case 'state-too-long':
			return `It has ${fault.length} characters; write at most ${MAX_STATE_LENGTH} and keep the rest in your app.`;
		case 'no-state':
			return 'Without it your app cannot tell whether this owner began the request; write a value that nobody can guess.';
		case 'fixed-state':
			return 'Everybody who opens this link sends the same value back, so anyone can slip their own vehicle into somebody else’s session (session fixation). Leave it out here, and let your app make a new one for each owner.';
		case 'unknown-value':
			return `${quote(fault.value)} is not accepted; write ${fault.offered.map((word) => `“${word}”`).join(' or ')}.`;
		case 'old-mode':
			return `“${OLD_SIMULATED_MODE}” is the older name; write mode=simulated.`;
		case 'not-returned':
			return 'It only groups statistics and does not come back; use state or external_id to know the owner again.';
		case 'same-for-all':
			return 'Everybody who opens this link would be one and the same owner; leave it out here, and make one link for each owner.';
		case 'clears-external-id':
			return 'The word null clears the id stored with the owner; leave it out to keep it.';
		case 'app-origin-ignored':
			return 'It counts only with response_type=none; leave it out.';

		case 'unknown-make':
			return `${quote(fault.make)} is no known brand; ${fault.near ? `did you mean “${fault.near}”?` : 'pick one from the list of brands.'}`;
		case 'make-form':
			return `Brands are written in capitals: “${fault.key}”.`;
		case 'make-unconfirmed':
			return `No public source confirms the spelling “${fault.key}”; open the link once to see.`;
		case 'make-ignored':
			return 'It is ignored, since single_select_vin decides; leave it out.';
		case 'custom-plan':
			return 'Only the Custom plan offers it; on other plans leave it out.';
		case 'needs-single-select':
			return 'It needs single_select=true beside it; add that.';
		case 'simulated-vin':
			return 'This VIN belongs to a simulated vehicle, which live mode refuses; write mode=simulated.';
		case 'vin-length':
			return `A VIN has ${VIN_LENGTH} characters, this one has ${fault.length}; write all of them without spaces.`;
		case 'vin-characters':
			return `Character ${fault.position} is ${quote(fault.character)}: ${/[IOQ]/i.test(fault.character) ? 'the letters I, O and Q do not occur; write 1 or 0' : 'write letters and digits only'}.`;
		case 'vin-check-digit':
			return `Character ${CHECK_DIGIT_POSITION}, the check digit, is “${fault.found}” where the others make it “${fault.expected}”${fault.compulsory ? ';' : '. Many makers outside North America do not use one;'} compare the VIN with the vehicle’s papers.`;
		case 'flag-form':
			return `${quote(fault.word)} is no flag; write name:value with a space between two, e.g. country:DE.`;
		case 'flag-repeated':
			return `${quote(fault.flag)} stands twice; write it once.`;
		case 'flag-without-value':
			return `${quote(fault.flag)} has no value and does nothing by itself; write ${fault.flag}:value, or leave it out.`;
		case 'flag-value':
			return fault.flag === 'country'
				? describeCountry(fault.value)
				: `${quote(fault.value)} is no colour; write six hexadecimal digits without “#”, e.g. color:00819D.`;
		case 'unknown-flag':
			return `${quote(fault.flag)} is not publicly documented; ${fault.near ? `did you mean “${fault.near}”?` : 'it works only if the platform agreed it for this application.'}`;
	}
}

/** What is said of a text in which no link is found. */
export const NOT_A_CONNECT_URL =
	'This is no Connect URL; paste one that starts like https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=…';

function exampleOf(key: 'clientId' | 'vehicleId'): string {
	return parameterFacts(key).example;
}

function meaningOf(key: 'responseType', value: string): string {
	return parameterFacts(key).values?.find((known) => known.value === value)?.meaning ?? '';
}

function inWords(character: string): string {
	return character === '' ? 'the end of the text' : describeCharacter(character);
}

function describeCountry(value: string): string {
	if (value === 'UK') return '“UK” is no country code; write country:GB.';
	if (/^[a-z]{2}$/i.test(value)) {
		return `A country is two capital letters; write country:${value.toUpperCase()}.`;
	}
	return `${quote(value)} is no country code; write two capital letters, e.g. country:DE.`;
}
