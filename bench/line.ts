export interface Target {
	readonly most?: number;
	readonly least?: number;
}

/** Prints one figure beside its target: `name  value unit  within the target of at most 3`. */
export function printFigure(name: string, value: number, unit: string, target?: Target): void {
	console.log(
		`  ${name.padEnd(58)} ${format(value).padStart(9)} ${unit.padEnd(5)}${verdict(value, target)}`
	);
}

/** Prints a figure, its peer in the same run, and how they compare. */
export function printRatio(
	name: string,
	value: number,
	peer: { name: string; value: number },
	unit: string,
	target?: Target
): void {
	printFigure(name, value, unit);
	printFigure(`  beside it: ${peer.name}`, peer.value, unit);
	printFigure('  ratio', value / peer.value, '×', target);
}

function verdict(value: number, target?: Target): string {
	if (target?.most !== undefined) {
		return `  ${value <= target.most ? 'within' : 'OVER'} (at most ${target.most})`;
	}
	if (target?.least !== undefined) {
		return `  ${value >= target.least ? 'within' : 'UNDER'} (at least ${target.least})`;
	}
	return '';
}

function format(value: number): string {
	if (!Number.isFinite(value)) return '–';
	if (Math.abs(value) >= 100) return value.toFixed(0);
	return value.toFixed(Math.abs(value) >= 1 ? 2 : 4);
}
