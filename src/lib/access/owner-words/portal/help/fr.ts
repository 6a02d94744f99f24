import type { HelpWords } from './en.ts';

/** What an owner reads for help, in French. */
export const FRENCH_HELP: HelpWords = {
	timesInUtc: 'Les jours et les heures sont en UTC.',
	help: 'Aide',
	helpHeading: 'Comment cela marche',
	helpApps: 'Quelles applications vois-je ici\u00a0?',
	helpAppsText:
		'Toutes celles qui ont été connectées avec un compte véhicule que vous avez ici, même avant votre venue. S’il en manque une, connectez le compte véhicule qu’elle utilise.',
	helpRevoke: 'Que se passe-t-il quand je révoque l’accès\u00a0?',
	helpRevokeText:
		'Dès cet instant, l’application ne reçoit plus rien de vos véhicules. Ce qu’elle a déjà enregistré lui reste\u00a0: demandez-lui de l’effacer. Pour revenir, elle doit vous redemander.',
	helpPart: 'Puis-je en reprendre une partie\u00a0?',
	helpPartText:
		'Oui. Ouvrez l’application et reprenez une chose ou un véhicule. Ce dont une application ne peut se passer ne se reprend qu’avec tout le reste.',
	helpProof: 'Comment montrer plus tard ce que j’ai donné\u00a0?',
	helpProofText:
		'Avec un reçu. Chaque ligne de votre historique en a un, à imprimer ou à enregistrer.',
	helpOthers: 'Qui d’autre voit cela\u00a0?',
	helpOthersText:
		'Qui se connecte au même compte véhicule et le relie ici. Aucune application n’apprend que vous êtes venu.',
	helpCode: 'Aucun code n’arrive',
	helpCodeText:
		'Vérifiez l’adresse que vous avez écrite et votre dossier de courrier indésirable. Après une minute, vous pouvez demander un autre code. Il vaut dans le navigateur qui l’a demandé.',
	helpReal: 'Est-ce réel\u00a0?',
	helpRealText:
		'Non. C’est un essai avec des véhicules et des comptes simulés, dont l’horloge peut être déplacée. Il n’atteint aucun vrai véhicule.'
};
