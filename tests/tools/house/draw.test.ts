import { describe, expect, it } from 'vitest';
import { placeDrawing } from '../../../tools/house/document.ts';
import { drawPicture, drawTable, type Arrows } from '../../../tools/house/draw.ts';
import type { Room } from '../../../tools/house/room.ts';

const room = (name: string, may: readonly string[], more: Partial<Room> = {}): Room => ({
	name,
	holds: `holds of ${name}`,
	places: [`src/${name}`],
	may,
	packages: /^/,
	...more
});

const ROOMS = [
	room('core', []),
	room('storage', ['core'], { owes: ['pages'] }),
	room('pages', ['core', 'storage']),
	room('portal', ['storage'], { toCome: true })
];
const ARROWS: Arrows = new Map([
	['storage', new Set(['pages', 'core'])],
	['pages', new Set(['core', 'storage'])]
]);

describe('the picture', () => {
	it('draws the shortest arrows, what is owed, and what is to come', () => {
		expect(drawPicture(ROOMS, ARROWS)).toMatchInlineSnapshot(`
			"\`\`\`mermaid
			flowchart TD
			  portal(["<i>portal</i><br>holds of portal, to come"])
			  pages["<b>pages</b><br>holds of pages"]
			  storage["<b>storage</b><br>holds of storage"]
			  core["<b>core</b><br>holds of core"]
			  portal -.-> storage
			  pages --> storage
			  storage --> core
			  storage -. owed .-> pages
			\`\`\`"
		`);
	});

	it('draws no arrow that no import makes', () => {
		const picture = drawPicture(ROOMS, new Map([['pages', new Set(['core'])]]));
		expect(picture).toContain('pages --> core');
		expect(picture).not.toContain('storage --> core');
		expect(picture).not.toContain('owed');
	});
});

describe('the table', () => {
	it('tells every arrow', () => {
		expect(drawTable(ROOMS, ARROWS)).toMatchInlineSnapshot(`
			"| room        | where         | imports from                |
			| ----------- | ------------- | --------------------------- |
			| **portal**  | \`src/portal\`  | to come; may import storage |
			| **pages**   | \`src/pages\`   | core, storage               |
			| **storage** | \`src/storage\` | core, pages                 |
			| **core**    | \`src/core\`    | no other room               |"
		`);
	});
});

describe('the document', () => {
	it('gets the drawing between its marks, however often', () => {
		const empty = `# A\n\n${placeDrawing('<!-- The house, drawn by "npm run map" from the imports: --><!-- end of the drawing -->', 'one')}\n\nB\n`;
		const drawn = placeDrawing(empty, 'two');
		expect(drawn).toMatch(/^# A\n\n<!-- .* -->\n\ntwo\n\n<!-- .* -->\n\nB\n$/);
		expect(placeDrawing(drawn, 'two')).toBe(drawn);
	});

	it('says which mark it lacks', () => {
		expect(() => placeDrawing('# A', 'one')).toThrow('lacks a mark of the drawing');
	});
});
