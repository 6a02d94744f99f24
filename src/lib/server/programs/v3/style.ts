import type { V3Dialect } from '../../applications/v3-dialect.ts';

/** How an answer is written: in which dialect, and where its links begin. */
export interface Style {
	readonly dialect: V3Dialect;
	/** What stands before the path of a link: in 2025 they had neither origin nor `/v3`. */
	readonly base: string;
}

export function styleOf(dialect: V3Dialect, origin: string): Style {
	return { dialect, base: dialect === '2026' ? `${origin}/v3` : '' };
}

/** A resource that is answered alone: wrapped since 2026, bare before. */
export function alone({ dialect }: Style, resource: object): object {
	return dialect === '2026' ? { data: resource } : resource;
}
