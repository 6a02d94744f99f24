/** A secret as the page knows it. Times are milliseconds since 1970. */
export interface Secret {
	readonly id: number;
	/** Null for a secret of the application itself. */
	readonly machineClientId: string | null;
	readonly tail: string;
	readonly createdAt: number;
	readonly lastUsedAt: number | null;
}
