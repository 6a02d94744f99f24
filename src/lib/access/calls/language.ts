/** How a language writes comments and strings, as far as it matters for what a program calls. */
export interface Syntax {
	/** `lines`: a text without strings, each line for itself. */
	readonly family: 'c' | 'python' | 'ruby' | 'lines';
	/** Signs that open a comment to the end of the line. */
	readonly lineComments: readonly string[];
	readonly blockComments: readonly (readonly [open: string, close: string])[];
	/** What opens and closes a string, the longest first. */
	readonly quotes: readonly string[];
	/** Quotes whose strings go over several lines. */
	readonly long: readonly string[];
	/** What opens code inside a string; `{` only where a letter in front of the string says so. */
	readonly hole: '${' | '#{' | '{' | null;
	/** Whether `/…/` may be a pattern. */
	readonly patterns: boolean;
	/** Whether a method is called without brackets. */
	readonly bareCalls: boolean;
}

const C: Syntax = {
	family: 'c',
	lineComments: ['//'],
	blockComments: [['/*', '*/']],
	quotes: ['"""', '"', "'", '`'],
	long: ['"""', '`'],
	hole: '${',
	patterns: false,
	bareCalls: false
};

const JAVASCRIPT: Syntax = {
	...C,
	blockComments: [...C.blockComments, ['<!--', '-->']],
	quotes: ['"', "'", '`'],
	long: ['`'],
	patterns: true
};

const PYTHON: Syntax = {
	...C,
	family: 'python',
	lineComments: ['#'],
	blockComments: [],
	quotes: ['"""', "'''", '"', "'"],
	long: ['"""', "'''"],
	hole: '{'
};

const RUBY: Syntax = {
	...C,
	family: 'ruby',
	lineComments: ['#'],
	blockComments: [['=begin', '=end']],
	quotes: ['"', "'", '`'],
	long: [],
	hole: '#{',
	bareCalls: true
};

const LINES: Syntax = {
	...C,
	family: 'lines',
	lineComments: [],
	blockComments: [['<!--', '-->']],
	quotes: [],
	long: [],
	hole: null
};

/** Shells, settings, recorded requests. */
const HASHED: Syntax = { ...LINES, lineComments: ['#'] };

const BY_EXTENSION: Readonly<Record<string, Syntax>> = {
	...each(JAVASCRIPT, 'js mjs cjs jsx ts mts cts tsx svelte vue astro html'),
	...each(C, 'java kt kts go cs swift scala groovy dart rs c cc cpp h hpp m json jsonc json5'),
	...each({ ...C, lineComments: ['//', '#'] }, 'php'),
	...each(PYTHON, 'py pyi ipynb'),
	...each(RUBY, 'rb rake erb gemspec cr ex exs'),
	...each(HASHED, 'sh bash zsh fish ps1 yml yaml toml env ini conf http rest hurl tf mk'),
	...each(LINES, 'md mdx txt rst adoc csv har')
};

function each(syntax: Syntax, extensions: string): Record<string, Syntax> {
	return Object.fromEntries(extensions.split(' ').map((extension) => [extension, syntax]));
}

/** The way a file is written, by the end of its name or else by what stands in it. */
export function syntaxOf(name: string, text: string): Syntax {
	const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
	return BY_EXTENSION[extension] ?? guess(text);
}

/** How much of a text tells in what it is written. */
const BEGINNING = 20_000;

const SIGNS: readonly (readonly [RegExp, Syntax])[] = [
	[/^#![^\n]{0,80}\bpython/, PYTHON],
	[/^#![^\n]{0,80}\bruby/, RUBY],
	[/^#![^\n]{0,80}\bnode/, JAVASCRIPT],
	[/^#!/, HASHED],
	[/^[ \t]{0,40}(?:const|let|var|export|function|import .{1,80} from) ?[\w{*'"]/m, JAVASCRIPT],
	[/^(?:package \w|using \w[\w.]{0,80};|import [\w.*]{1,80};|<\?php)/m, C],
	[/^[ \t]{0,40}(?:require ['"]|end$|def \w{1,40}[!?]?$|puts )/m, RUBY],
	[
		/^[ \t]{0,40}(?:def \w{1,60}\(|from [\w.]{1,80} import |import \w{1,80}$|print\(|with .{1,80}:$)/m,
		PYTHON
	],
	[/^[ \t]{0,40}(?:curl |export \w|(?:GET|POST|PUT|DELETE) [/h])/m, HASHED],
	[/[;{}][ \t]{0,40}$|\w\(['"`]|await /m, JAVASCRIPT]
];

function guess(text: string): Syntax {
	const beginning = text.slice(0, BEGINNING);
	return (
		SIGNS.find(([sign]) => sign.test(beginning))?.[1] ??
		(/\w\.\w+\(/.test(beginning) ? PYTHON : HASHED)
	);
}
