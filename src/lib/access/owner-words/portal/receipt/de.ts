import type { ReceiptWords } from './en.ts';

/** What an owner reads of a receipt, in German. */
export const GERMAN_RECEIPT: ReceiptWords = {
	receipt: 'Beleg',
	receiptLast: 'Letzter Beleg',
	receiptTitle: 'Beleg über einen Zugriff',
	receiptGranted: 'Was {app} bekommen hat',
	receiptNarrowed: 'Was {app} behalten hat',
	receiptRevoked: 'Wie der Zugriff von {app} endete',
	receiptGivenBy: 'Gegeben von',
	receiptTakenBy: 'Zurückgenommen von',
	receiptEndedBy: 'Beendet von',
	receiptAnother: 'jemand anderem mit diesem Fahrzeugkonto',
	receiptAccount: 'wer sich beim Fahrzeugkonto angemeldet hat',
	receiptApp: 'der App',
	receiptOperator: 'dem Dashboard',
	receiptCarAccount: 'Fahrzeugkonto',
	receiptTo: 'App',
	receiptVehicles: 'Fahrzeuge',
	receiptLong: 'Wie lange',
	receiptUntil: 'Bis es zurückgenommen wird, oder {days} Tage nach der letzten Nutzung',
	receiptGave: 'Gegeben',
	receiptGaveNot: 'Nicht gegeben',
	receiptNothing: 'Nichts.',
	receiptUnread: 'Dieser Teil des Belegs ist nicht lesbar.',
	receiptRequired: 'gegeben, benötigt',
	receiptGiven: 'gegeben',
	receiptLeftOut: 'nicht gegeben',
	receiptBack: 'Um es zurückzunehmen,',
	receiptBackHow:
		'öffnen Sie {address}, oder melden Sie sich unter {portal} an und wählen Sie {app}.',
	receiptNumber: 'Beleg {number}, für {owner}.',
	receiptVersion: '{app} hat mit Fassung {version} ihrer Anfrage gefragt.',
	receiptStays:
		'Diese Seite zeigt, was am genannten Tag vereinbart wurde. Sie ändert sich nicht, wenn der Zugriff zurückgenommen wird.',
	receiptWords: 'Festgehalten sind die Berechtigungen; ihr Wortlaut hier ist der heutige.',
	receiptNameToday: 'Heute heißt die App {app}.',
	receiptNameUnknown:
		'Der Name der App ist der heutige; wie sie damals hieß, wurde nicht festgehalten.',
	receiptPrint: 'Drucken',
	receiptFile: 'Als JSON speichern',
	receiptKeep:
		'Er steht hier, solange das Fahrzeugkonto verbunden ist. Bewahren Sie ihn auf Papier oder als Datei auf.',
	receiptUnknown:
		'Zu den Fahrzeugkonten, die Sie hier haben, gibt es diesen Beleg nicht. Fehlt eines, verbinden Sie Ihr Fahrzeug.'
};
