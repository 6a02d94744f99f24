/** What templates and documents write where code puts a value. */
const PLACEHOLDER =
	/^(?:\$?\{\{?[^{}:"]*\}\}?|#\{[^{}]*\}|<[^<>]*>|\[[A-Z _]+\]|%\(\w+\)s|%s|\$\w+|(?:YOUR|MY|INSERT)[-_ ]\w[\w -]*|(?:CLIENT|REDIRECT|APPLICATION)_(?:ID|URI)|x{4,}|\.{3}|…)$/i;

/** Whether a value only stands for one, such as `<client id>`, `${clientId}` or `YOUR_CLIENT_ID`. */
export function isPlaceholder(value: string): boolean {
	return value.length <= 80 && PLACEHOLDER.test(value.trim());
}
