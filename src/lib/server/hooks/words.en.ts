export const portalOff =
	'The owners’ portal is off: others can reach this server, and it has no way to send mail, by which owners sign in. Whoever runs it can set SMTP_URL to the address of a mail server.';
export const toVehicleAccess = 'Go to Vehicle Access';
