import type { HelpWords } from './en.ts';

/** What an owner reads for help, in Spanish. */
export const SPANISH_HELP: HelpWords = {
	timesInUtc: 'Los días y las horas están en UTC.',
	help: 'Ayuda',
	helpHeading: 'Cómo funciona',
	helpApps: '¿Qué aplicaciones veo aquí?',
	helpAppsText:
		'Todas las que se conectaron con una cuenta de vehículo que tiene aquí, también antes de su llegada. Si falta una, conecte la cuenta de vehículo que usa.',
	helpRevoke: '¿Qué pasa cuando retiro el acceso?',
	helpRevokeText:
		'Desde ese momento la aplicación no recibe nada más de sus vehículos. Lo que ya guardó se queda con ella: pídale que lo borre. Para volver tiene que preguntarle de nuevo.',
	helpPart: '¿Puedo retirar una parte?',
	helpPartText:
		'Sí. Abra la aplicación y retire una cosa o un vehículo. Lo que una aplicación necesita sin falta solo se retira con todo lo demás.',
	helpProof: '¿Cómo muestro después lo que di?',
	helpProofText:
		'Con un comprobante. Cada línea de su historial tiene uno, para imprimir o guardar.',
	helpOthers: '¿Quién más ve esto?',
	helpOthersText:
		'Quien entra en la misma cuenta de vehículo y la conecta aquí. Ninguna aplicación se entera de que estuvo aquí.',
	helpCode: 'No llega ningún código',
	helpCodeText:
		'Revise la dirección que escribió y su carpeta de correo no deseado. Después de un minuto puede pedir otro código. Vale en el navegador que lo pidió.',
	helpReal: '¿Es real?',
	helpRealText:
		'No. Es un ensayo con vehículos y cuentas simulados, y su reloj puede estar cambiado. No llega a ningún vehículo real.'
};
