import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { connections } from '../db/connect-schema.ts';

/** Of connections, those that did not end: the only ones that anything is granted by. */
export const STANDING = isNull(connections.endedAt);

/** Those that an application had. */
export const endedOf = (clientId: string) =>
	and(eq(connections.clientId, clientId), isNotNull(connections.endedAt));

/** The connections that an application has. */
export const standsWith = (clientId: string) => and(eq(connections.clientId, clientId), STANDING);
