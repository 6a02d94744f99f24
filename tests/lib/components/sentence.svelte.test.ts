import { render } from '@testing-library/svelte';
import { createRawSnippet, type ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import Sentence from '../../../src/lib/components/Sentence.svelte';

const link = createRawSnippet(() => ({ render: () => '<a href="/catalog">the catalog</a>' }));

/** Without the comments that stand between the pieces. */
function htmlOf(props: ComponentProps<typeof Sentence<string>>): string {
	const { container } = render(Sentence<string>, props);
	return container.innerHTML.replaceAll(/<!--.*?-->/g, '');
}

describe('Sentence', () => {
	it.each([
		[{ text: 'Nothing set apart.' }, 'Nothing set apart.'],
		[{ text: 'Write `a b`, then go.' }, 'Write <code>a b</code>, then go.'],
		[{ text: '**Now** or never' }, '<b>Now</b> or never'],
		[{ text: 'See {link}.', link }, 'See <a href="/catalog">the catalog</a>.'],
		[{ text: 'It ends at `{uri}`.', uri: '/a' }, 'It ends at <code>/a</code>.'],
		[{ text: '{count} of {total}', count: 0, total: 2 }, '0 of 2'],
		[{ text: '{name} ends.', name: '`a` **b** {c} <i>' }, '`a` **b** {c} &lt;i&gt; ends.']
	])('writes %j', (props, html) => {
		expect(htmlOf(props)).toBe(html);
	});

	it('refuses a place for which nothing is given', () => {
		expect(() => htmlOf({ text: 'See {link}.' })).toThrow(
			'Nothing is given for {link} in “See {link}.”.'
		);
	});
});
