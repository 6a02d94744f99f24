/** ASCII reads the same. */
const READ = /^(utf-?8|us-ascii)$/i;

/** The charset that a content type names, where it is none that is read; null otherwise. */
export function readCharset(contentType: string | null): string | null {
	const [, charset] = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType ?? '') ?? [];
	return charset === undefined || READ.test(charset) ? null : charset;
}
