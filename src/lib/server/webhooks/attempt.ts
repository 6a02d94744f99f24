import { isTaken } from '#lib/webhooks/attempts.ts';
import { bodyOfAttempt } from '#lib/webhooks/payloads/attempt.ts';
import { VERSION, type EventBody } from '#lib/webhooks/payloads/event.ts';
import { randomUUID } from 'node:crypto';
import type { DeliveryPlan } from './delivery-fault.ts';
import type { SendFault } from './send-fault.ts';
import type { Outgoing, Sender, Sent } from './send.ts';
import { sign } from './sign.ts';

/** An event on its way to its receiver. */
export interface Attempted {
	readonly type: EventBody['eventType'];
	/** As it was written down. */
	readonly body: string;
	readonly uri: string;
	/** Null where the application has none, or none that opens. */
	readonly token: string | null;
	/** Whether `VERIFY` is signed as well. */
	readonly signsVerify: boolean;
}

/** Both sides of an attempt. */
export interface AttemptMade {
	readonly deliveryId: string;
	readonly uri: string;
	/** By the rehearsal, and by the machine. */
	readonly at: number;
	readonly machineAt: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	readonly sent: Sent;
	readonly error: AttemptFault | null;
	readonly fault: string | null;
}

/** Why an attempt does not count. */
export type AttemptFault =
	| SendFault
	| 'status'
	/** The application has no management token to sign with. */
	| 'no-token'
	/** A fault kept it from being sent. */
	| 'missed';

const NOTHING_SENT: Sent = { status: null, headers: {}, body: '', fault: null, duration: 0 };

/** Makes one attempt to deliver an event. */
export async function attempt(
	event: Attempted,
	{ at, machineAt }: Pick<AttemptMade, 'at' | 'machineAt'>,
	{ sender, plan }: { readonly sender: Sender; readonly plan: DeliveryPlan | null }
): Promise<AttemptMade> {
	const deliveryId = randomUUID();
	const outgoing = outgoingOf(event, { deliveryId, deliveredAt: at }, plan);
	const { uri, headers } = outgoing;
	const hindrance = plan?.missed ? 'missed' : event.token === null ? 'no-token' : null;
	const sent = hindrance === null ? await sender.send(outgoing) : NOTHING_SENT;
	const error = hindrance ?? sent.fault ?? (isTaken(sent.status) ? null : 'status');
	const body = outgoing.body.toString('utf8');
	const fault = plan?.fault ?? null;
	return { deliveryId, uri, at, machineAt, headers, body, sent, error, fault };
}

function outgoingOf(
	{ type, body: event, uri, token, signsVerify }: Attempted,
	made: { readonly deliveryId: string; readonly deliveredAt: number },
	plan: DeliveryPlan | null
): Outgoing & { readonly body: Buffer } {
	const body = Buffer.from(bodyOfAttempt(event, type, made));
	const isSigned = token !== null && (type !== 'VERIFY' || signsVerify);
	const key = plan?.badSignature ? `not ${token}` : (token ?? '');
	const headers = {
		'content-type': 'application/json',
		'content-length': String(body.length),
		'user-agent': `Smartcar/${VERSION}`,
		...(isSigned && { 'sc-signature': sign(body, key) })
	};
	return { uri, headers, body };
}
