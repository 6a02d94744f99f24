/** What each of some contestants gives, round by round; the first rounds only warm up. */
export async function takeTurns<Figure>(
	contestants: readonly (() => Promise<Figure>)[],
	{ rounds, warmUp = 1 }: { readonly rounds: number; readonly warmUp?: number }
): Promise<readonly Figure[][]> {
	const figures = contestants.map((): Figure[] => []);
	for (let round = -warmUp; round < rounds; round++) {
		for (const [index, contestant] of contestants.entries()) {
			const figure = await contestant();
			if (round >= 0) figures[index]?.push(figure);
		}
	}
	return figures;
}
