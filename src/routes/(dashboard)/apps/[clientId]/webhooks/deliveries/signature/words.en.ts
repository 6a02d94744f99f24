import { counted } from '#lib/access/language/english.ts';

export const signature = 'Signature';
export const rawBytes = 'Raw bytes';
export const asSent = (bytes: number) =>
	`${counted(bytes, { one: 'byte', other: 'bytes' })}, as sent`;
export const showRaw = 'Show';
export const theChallenge = 'Challenge';
export const key = 'Key';
export const keyEnds = (tail: string) => `••••••••••••••••${tail}`;
export const expected = 'Expected';
export const expectedAnswer = 'Expected answer';
export const sent = 'Sent';
export const unsigned = 'VERIFY comes without a signature, as on the platform.';
export const sentDiffers =
	'What was sent was not made with the current key: it was rotated since, or a fault spoiled it.';
export const received = 'Received';
export const receivedHint = 'Paste what your app computed, or what it answered.';
export const check = 'Check';
export const match = 'They match.';
export const noMatch = 'They differ.';

export const SPELLED = {
	'upper-case':
		'It is the right one in capitals. The header has small letters: compare without regard to case, or write small ones.',
	prefixed: 'It is the right one behind a prefix. The header holds the hex digits alone.',
	base64: 'It is the right one in Base64. The header holds hex digits.'
};

export const STYLES = {
	compact: 'without spaces',
	'indented-2': 'indented by 2 spaces',
	'indented-4': 'indented by 4 spaces',
	tabs: 'indented by tabs',
	python: 'as Python’s json.dumps writes it',
	'python-utf8': 'as Python’s json.dumps writes it, without escapes',
	php: 'as PHP’s json_encode writes it',
	go: 'as Go’s json.Marshal writes a map'
};

export const reserialised = (style: string) =>
	`Your app hashed JSON that it had parsed and written again, ${style}. Hash the bytes before parsing them.`;

export const CAUSES = {
	'former-key': 'It was made with the key before this one. Give your app the current one.',
	'newline-cut': 'Your app hashed the body without the white space at its end. Trim nothing.',
	'newline-added':
		'Your app hashed the body with a line break behind it. Hash the bytes as they came.',
	'key-with-newline':
		'Your app’s key ends in a line break, as a file or echo leaves it. Trim the key.',
	'other-attempt':
		'It is the signature of another attempt of this event: its delivery id and time differ.',
	'whole-body':
		'It is the signature of the whole body. For VERIFY hash the challenge alone, as text.',
	'no-key': 'It is a plain SHA-256. Use HMAC-SHA-256 with the management token as its key.',
	'empty-body': 'Your app hashed an empty body: something had read it before. Keep the raw bytes.',
	'object-text':
		'Your app hashed “[object Object]”, a parsed body taken for text. Hash the raw bytes.',
	'part-of-body': 'Your app hashed data alone. Hash the whole body.',
	challenge: 'It is the answer to the challenge, not the signature of the body.',
	'wrong-charset': 'Your app read UTF-8 as another encoding. Hash bytes, not text.'
};

export const algorithm = (name: string) =>
	`It is as long as what ${name} gives. Use HMAC-SHA-256, which has 64 hex digits.`;
export const form = (length: number) =>
	`A signature has 64 hex digits; this has ${counted(length, { one: 'sign', other: 'signs' })}.`;
export const unknown =
	'None of the likely mistakes gives it. Compare the key first: it is the application’s management token, not a client secret.';
