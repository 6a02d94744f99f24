import { createHmac } from 'node:crypto';

/**
 * What stands in `SC-Signature`, and what a receiver answers `VERIFY` with: HMAC-SHA-256 in small hex.
 *
 * @param body the very bytes that are sent, or the challenge
 * @param token management token of the application
 */
export function sign(body: Uint8Array | string, token: string): string {
	return createHmac('sha256', token).update(body).digest('hex');
}
