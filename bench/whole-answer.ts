/** Whether an answer came in full, of the two ways in which a server may state its length. */
export function isWhole(answer: string): boolean {
	const head = answer.indexOf('\r\n\r\n');
	if (head < 0) return false;
	const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head));
	if (length) return answer.length >= head + 4 + Number(length[1]);
	return answer.endsWith('\r\n0\r\n\r\n');
}
