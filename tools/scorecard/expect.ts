import assert from 'node:assert/strict';
import type { Client } from './dashboard.ts';
import { jsonOf, type Answer } from './http.ts';
import { queryOf } from './journey.ts';

/** A page of our own with a status of 400: nothing leads back to the application. */
export function expectPage({ status, location, headers }: Answer, about = 'the link'): void {
	assert.equal(status, 400, `${about}: status`);
	assert.equal(location, null, `${about}: nothing redirects`);
	assert.match(headers.get('content-type') ?? '', /^text\/html/, `${about}: a page`);
}

/** A redirect to the application with an error and without a code. @returns its query. */
export function expectErrorRedirect(
	client: Client,
	answer: Answer,
	error: string,
	about = 'the link'
): URLSearchParams {
	assert.ok([302, 303].includes(answer.status), `${about}: redirects, not ${answer.status}`);
	assert.ok(answer.location?.startsWith(`${client.redirectUri}?`), `${about}: to the application`);
	const query = queryOf(answer);
	assert.equal(query.get('error'), error, `${about}: ${query.get('error_description')}`);
	assert.equal(query.get('code'), null, `${about}: no code is minted`);
	return query;
}

/** An error of the token endpoint, in the form of RFC 6749 section 5.2, that issues nothing. */
export function expectRefusal(
	answer: Answer,
	status: number,
	error: string,
	about = 'the request'
): void {
	const body = jsonOf(answer);
	assert.equal(answer.status, status, `${about}: status, ${answer.text}`);
	assert.equal(body.error, error, `${about}: ${String(body.error_description)}`);
	assert.equal(body.access_token, undefined, `${about}: no token is issued`);
}
