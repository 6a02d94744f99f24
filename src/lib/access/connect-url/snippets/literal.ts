import { UNPRINTABLE } from '../../characters.ts';

type Language = 'javascript' | 'python' | 'shell';

/** Characters that no literal holds as they are: invisible ones, and `<`, for `</script>`. */
const ESCAPED = new RegExp(`[\\\\'<]|${UNPRINTABLE.source}`, 'gu');

/**
 * Writes a text as a literal of a language in single quotes. Whatever the text holds, it stays
 * inside the quotes, on one line, and every character of it can be seen.
 */
export function literal(text: string, language: Language = 'javascript'): string {
	if (language === 'shell') return shellLiteral(text);
	return `'${text.replace(ESCAPED, (character) => escape(character, language))}'`;
}

function escape(character: string, language: Language): string {
	if (character === '\\' || character === "'") return `\\${character}`;
	if (character === '\n') return '\\n';
	if (language === 'shell') {
		// Bytes, since \u depends on the locale of the shell.
		const bytes = new TextEncoder().encode(character);
		return Array.from(bytes, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
	}
	const digits = (character.codePointAt(0) ?? 0).toString(16);
	if (digits.length <= 4) return `\\u${digits.padStart(4, '0')}`;
	return language === 'javascript' ? `\\u{${digits}}` : `\\U${digits.padStart(8, '0')}`;
}

/** Plain single quotes where they do; the `$'…'` of bash and zsh for what cannot be seen. */
function shellLiteral(text: string): string {
	if (!UNPRINTABLE.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
	return `$'${text.replace(ESCAPED, (character) => escape(character, 'shell'))}'`;
}
