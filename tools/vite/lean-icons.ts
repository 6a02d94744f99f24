import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

type IconNode = readonly [tag: string, attributes: Readonly<Record<string, string>>];

const ICON_FILE = /[\\/]@lucide[\\/]svelte[\\/]dist[\\/]icons[\\/][\w-]+\.svelte$/;

/**
 * Turns every Lucide icon into plain markup inside our `Icon`, always hidden from those who hear
 * the page. The package's own icons build their elements from data on every render, which costs
 * each page some 3 kB and the server its time.
 */
export function leanIcons(): Plugin {
	return {
		name: 'lean-icons',
		enforce: 'pre',
		load(id) {
			if (!ICON_FILE.test(id)) return null;
			const data = /const iconData = (\{.*\});/.exec(readFileSync(id, 'utf8'))?.[1];
			if (data === undefined) throw new Error(`No icon data in ${id}; does Lucide write it anew?`);
			const { node } = JSON.parse(data) as { node: readonly IconNode[] };
			return componentOf(node);
		}
	};
}

function componentOf(nodes: readonly IconNode[]): string {
	const markup = nodes
		.map(([tag, attributes]) => {
			const text = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
			return `<${tag}${text.join('')}/>`;
		})
		.join('');
	return `<script>
import Icon from '#lib/components/Icon.svelte';
const { size, strokeWidth } = $props();
</script>
<Icon {size} {strokeWidth} markup={${JSON.stringify(markup)}} />
`;
}
