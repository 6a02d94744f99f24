import { NotReached, type ReachFault } from './may-reach.ts';

/** Why a receiver gave no answer. */
export type SendFault =
	| ReachFault
	/** Nobody listens there. */
	| 'refused-connection'
	/** It said nothing for too long. */
	| 'timed-out'
	/** Its certificate is not to be trusted, or it speaks another protocol. */
	| 'tls'
	/** The connection broke, or what came over it is no answer. */
	| 'broken'
	/** This server was stopped meanwhile. */
	| 'stopped';

/**
 * What went wrong with a request.
 *
 * @param over says that its time was up
 */
export function faultOfSocket(error: unknown, over: AbortSignal): SendFault {
	const reason = reasonOf(error);
	if (reason instanceof NotReached) return reason.fault;
	if (over.aborted) return 'timed-out';
	const code = reason instanceof Error && 'code' in reason ? String(reason.code) : '';
	if (code === 'ECONNREFUSED') return 'refused-connection';
	if (code === 'ETIMEDOUT') return 'timed-out';
	if (/CERT|TLS|SSL|EPROTO|ISSUER|SELF_SIGNED/.test(code)) return 'tls';
	return 'broken';
}

/** Of several addresses that were tried, the first tells. */
function reasonOf(error: unknown): unknown {
	if (error instanceof AggregateError) return error.errors[0];
	if (error instanceof Error && error.cause instanceof NotReached) return error.cause;
	return error;
}
