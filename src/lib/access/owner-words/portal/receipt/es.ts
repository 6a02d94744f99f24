import type { ReceiptWords } from './en.ts';

/** What an owner reads of a receipt, in Spanish. */
export const SPANISH_RECEIPT: ReceiptWords = {
	receipt: 'Comprobante',
	receiptLast: 'Último comprobante',
	receiptTitle: 'Comprobante de acceso',
	receiptGranted: 'Qué se dio a {app}',
	receiptNarrowed: 'Qué conservó {app}',
	receiptRevoked: 'Cómo terminó el acceso de {app}',
	receiptGivenBy: 'Dado por',
	receiptTakenBy: 'Retirado por',
	receiptEndedBy: 'Terminado por',
	receiptAnother: 'Otra persona de la cuenta de vehículo',
	receiptAccount: 'Quien entró en la cuenta de vehículo',
	receiptApp: 'La aplicación',
	receiptOperator: 'El panel',
	receiptCarAccount: 'Cuenta de vehículo',
	receiptTo: 'Aplicación',
	receiptVehicles: 'Vehículos',
	receiptLong: 'Duración',
	receiptUntil: 'Hasta que se retire, o {days} días después del último uso',
	receiptGave: 'Dado',
	receiptGaveNot: 'No dado',
	receiptNothing: 'Nada.',
	receiptUnread: 'Esta parte del recibo no se puede leer.',
	receiptRequired: 'dado, necesario',
	receiptGiven: 'dado',
	receiptLeftOut: 'no dado',
	receiptBack: 'Para retirarlo,',
	receiptBackHow: 'abra {address}, o entre en {portal} y elija {app}.',
	receiptNumber: 'Comprobante {number}, para {owner}.',
	receiptVersion: '{app} preguntó con la versión {version} de su solicitud.',
	receiptStays:
		'Esta página muestra lo que se acordó en la fecha indicada. No cambia cuando se retira el acceso.',
	receiptWords: 'Lo que se guarda son los permisos; la redacción que ve aquí es la de hoy.',
	receiptNameToday: 'Hoy la aplicación se llama {app}.',
	receiptNameUnknown:
		'El nombre de la aplicación es el de hoy; cómo se llamaba entonces no se anotó.',
	receiptPrint: 'Imprimir',
	receiptFile: 'Guardar como JSON',
	receiptKeep:
		'Está aquí mientras la cuenta de vehículo esté vinculada. Guárdelo en papel o como archivo.',
	receiptUnknown:
		'No hay tal comprobante para las cuentas de vehículo que tiene aquí. Si falta una, conecte su vehículo.'
};
