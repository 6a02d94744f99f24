import { judgeSignature } from '../../../../../../../../src/routes/(dashboard)/apps/[clientId]/webhooks/deliveries/signature/judge-signature.ts';
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';

const sign = (text: string, key = 'key') => createHmac('sha256', key).update(text).digest('hex');
const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');
const EXPECTED = sign('{"a":1}');
const INDENTED = sign('{\n  "a": 1\n}');
const WRONG = [
	{ cause: { code: 'reserialised', style: 'indented-2' }, signature: INDENTED },
	{ cause: { code: 'former-key' }, signature: sign('{"a":1}', 'before') }
] as const;

const judge = (received: string) => judgeSignature(received, EXPECTED, WRONG);

describe('what was pasted', () => {
	it.each([
		['nothing', '', { kind: 'nothing' }],
		['spaces', ' \n', { kind: 'nothing' }],
		['the signature', EXPECTED, { kind: 'match' }],
		['with what surrounds it', ` "${EXPECTED}"\n`, { kind: 'match' }],
		['as the line of its header', `SC-Signature: ${EXPECTED}`, { kind: 'match' }],
		['in capitals', EXPECTED.toUpperCase(), { kind: 'spelled', how: 'upper-case' }],
		[
			'behind the name of the algorithm',
			`sha256=${EXPECTED}`,
			{ kind: 'spelled', how: 'prefixed' }
		],
		['in Base64', base64(EXPECTED), { kind: 'spelled', how: 'base64' }],
		[
			'in Base64 for addresses',
			Buffer.from(EXPECTED, 'hex').toString('base64url'),
			{ kind: 'spelled', how: 'base64' }
		],
		['over JSON written again', INDENTED, { kind: 'cause', cause: WRONG[0].cause }],
		['the same in capitals', INDENTED.toUpperCase(), { kind: 'cause', cause: WRONG[0].cause }],
		['the same in Base64', base64(INDENTED), { kind: 'cause', cause: WRONG[0].cause }],
		['by the key before', WRONG[1].signature, { kind: 'cause', cause: WRONG[1].cause }],
		['as long as an MD5', EXPECTED.slice(0, 32), { kind: 'algorithm', name: 'MD5' }],
		['as long as a SHA-1', EXPECTED.slice(0, 40), { kind: 'algorithm', name: 'SHA-1' }],
		['as long as a SHA-384', 'ab'.repeat(48), { kind: 'algorithm', name: 'SHA-384' }],
		['as long as a SHA-512', 'ab'.repeat(64), { kind: 'algorithm', name: 'SHA-512' }],
		['without its last sign', EXPECTED.slice(0, -1), { kind: 'form', length: 63 }],
		['something else', 'undefined', { kind: 'form', length: 9 }],
		['another signature', sign('other'), { kind: 'unknown' }]
	])('%s', (_, received, judgement) => {
		expect(judge(received)).toEqual(judgement);
	});
});
