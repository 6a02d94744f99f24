import type { ReceiptWords } from './en.ts';

/** What an owner reads of a receipt, in French. */
export const FRENCH_RECEIPT: ReceiptWords = {
	receipt: 'Reçu',
	receiptLast: 'Dernier reçu',
	receiptTitle: 'Reçu d’accès',
	receiptGranted: 'Ce qui a été donné à {app}',
	receiptNarrowed: 'Ce que {app} a gardé',
	receiptRevoked: 'Comment l’accès de {app} a pris fin',
	receiptGivenBy: 'Donné par',
	receiptTakenBy: 'Repris par',
	receiptEndedBy: 'Terminé par',
	receiptAnother: 'Une autre personne du compte véhicule',
	receiptAccount: 'Qui s’est connecté au compte véhicule',
	receiptApp: 'L’application',
	receiptOperator: 'Le tableau de bord',
	receiptCarAccount: 'Compte véhicule',
	receiptTo: 'Application',
	receiptVehicles: 'Véhicules',
	receiptLong: 'Durée',
	receiptUntil: 'Jusqu’à ce que ce soit repris, ou {days} jours après la dernière utilisation',
	receiptGave: 'Donné',
	receiptGaveNot: 'Pas donné',
	receiptNothing: 'Rien.',
	receiptUnread: 'Cette partie du reçu est illisible.',
	receiptRequired: 'donné, nécessaire',
	receiptGiven: 'donné',
	receiptLeftOut: 'pas donné',
	receiptBack: 'Pour le reprendre,',
	receiptBackHow: 'ouvrez {address}, ou connectez-vous sur {portal} et choisissez {app}.',
	receiptNumber: 'Reçu {number}, pour {owner}.',
	receiptVersion: '{app} a demandé avec la version {version} de sa demande.',
	receiptStays:
		'Cette page montre ce qui a été convenu à la date ci-dessus. Elle ne change pas quand l’accès est repris.',
	receiptWords:
		'Ce qui est conservé, ce sont les autorisations\u00a0; leur formulation ici est celle d’aujourd’hui.',
	receiptNameToday: 'Aujourd’hui l’application s’appelle {app}.',
	receiptNameUnknown:
		'Le nom de l’application est celui d’aujourd’hui\u00a0; celui d’alors n’a pas été noté.',
	receiptPrint: 'Imprimer',
	receiptFile: 'Enregistrer en JSON',
	receiptKeep:
		'Il reste ici tant que le compte véhicule est relié. Gardez-le sur papier ou en fichier.',
	receiptUnknown:
		'Ce reçu n’existe pas pour les comptes véhicule que vous avez ici. S’il en manque un, connectez votre véhicule.'
};
