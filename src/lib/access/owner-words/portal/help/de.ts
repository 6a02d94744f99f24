import type { HelpWords } from './en.ts';

/** What an owner reads for help, in German. */
export const GERMAN_HELP: HelpWords = {
	timesInUtc: 'Tage und Zeiten sind in UTC.',
	help: 'Hilfe',
	helpHeading: 'Wie das hier geht',
	helpApps: 'Welche Apps sehe ich hier?',
	helpAppsText:
		'Alle, die über ein Fahrzeugkonto verbunden wurden, das Sie hier haben, auch bevor Sie kamen. Fehlt eine, verbinden Sie das Fahrzeugkonto, das sie nutzt.',
	helpRevoke: 'Was geschieht, wenn ich den Zugriff widerrufe?',
	helpRevokeText:
		'Von dem Augenblick an bekommt die App nichts mehr von Ihren Fahrzeugen. Was sie bis jetzt gespeichert hat, behält sie: Bitten Sie sie, es zu löschen. Um wiederzukommen, muss sie Sie neu fragen.',
	helpPart: 'Kann ich einen Teil zurücknehmen?',
	helpPartText:
		'Ja. Öffnen Sie die App, und nehmen Sie eine Sache oder ein Fahrzeug zurück. Was eine App unbedingt benötigt, geht nur mit allem anderen zurück.',
	helpProof: 'Wie zeige ich später, was ich gegeben habe?',
	helpProofText:
		'Mit einem Beleg. Jede Zeile Ihres Verlaufs hat einen, zum Drucken oder zum Speichern.',
	helpOthers: 'Wer sieht das sonst noch?',
	helpOthersText:
		'Wer sich beim selben Fahrzeugkonto anmeldet und es hier verbindet. Keine App erfährt, dass Sie hier waren.',
	helpCode: 'Es kommt kein Code',
	helpCodeText:
		'Sehen Sie nach der Adresse, die Sie geschrieben haben, und in Ihren Ordner für unerwünschte Post. Nach einer Minute können Sie einen weiteren Code verlangen. Er gilt in dem Browser, der ihn verlangt hat.',
	helpReal: 'Ist das echt?',
	helpRealText:
		'Nein. Es ist eine Probe mit simulierten Fahrzeugen und Konten, und ihre Uhr kann verstellt sein. Sie erreicht kein echtes Fahrzeug.'
};
