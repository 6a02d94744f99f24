/** Query parameter of the picture’s address that holds what it stands for. */
export const LINK = 'link';

/** Where the code of a link stands as a file. @param share address of the page */
export function qrFile(share: string, link: string): string {
	return `${share}/qr.svg?${LINK}=${encodeURIComponent(link)}`;
}
