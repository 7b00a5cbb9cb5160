"""What page furniture says in German, English and French. Data; ``judging`` holds the rules that read it.

Every pattern is matched against the whole of one line or sentence as ``plain.plain`` spells it: small letters,
no accents, straight apostrophes. So "À lire aussi" is written ``a lire aussi`` and "Menü" ``menu``. A pattern
must be something no reporter writes as a sentence of the report: when in doubt the words stay.
"""

from __future__ import annotations

NETWORKS = "facebook|twitter|x|whatsapp|linkedin|telegram|reddit|pinterest|xing|instagram|youtube|tiktok|bluesky|threads|mastodon|flipboard|messenger|tumblr|google news|google|apple|apple podcasts|spotify|deezer|snapchat|signal"

# A token that templates leave where a picture should be. It is cut out wherever a word may begin.
PLACEHOLDER = (
    r"(?<!\w)(?:(?:td_)?spot_img|image_placeholder|placeholder_image|img_placeholder|ad_placeholder|\ufffc)+"
)

# A line made of these words only, one of them an ACTION, is a share bar.
SHARE_ACTIONS = "share|shares|sharing|tweet|tweeter|tweetez|pin|partager|partagez|partage|teilen|twittern|tweeten|drucken|imprimer|print|copier|kopieren|epingler|weiterleiten"
SHARE_OTHERS = "podcasts|news|email|e|mail|mailen|courriel|link|lien|url|sms|pocket|it|this|that|article|story|post|page|cet|cette|le|la|les|l|sur|par|via|on|by|to|with|your|friends|vos|amis|avec|et|and|und|or|ou|oder|auf|per|bei|mit|diesen|dieser|artikel|beitrag|den|der|die|das|merken|senden|envoyer|enregistrer|save|speichern|like|in|new|window|copy|now|jetzt|un|ami|a|plus|more|mehr|me|social|media|s|reseaux|sociaux"

# "74 Listeners", "Vues: 12", "(3) Kommentare"
COUNTED = "views?|vues?|aufrufe?|ansichten|listeners?|auditeurs?|horer|horerinnen|ratings?|reviews?|avis|notes?|bewertung(?:en)?|comments?|commentaires?|kommentare?|replies|reponses?|antworten|shares?|partages?|likes?|j'aime|gefallt|followers?|abonnes?|abonnenten|subscribers?|reactions?|reaktionen|reads?|lectures?|downloads?|telechargements?|plays?|ecoutes?|votes?|stimmen|claps?|retweets?|reposts?|mal geteilt|mal gelesen|people like this|personnes aiment ca"
COUNTED_ALONE = "views?|vues?|aufrufe|listeners?|ratings?|shares?|partages?|likes?|followers?|abonnes?|comments?|commentaires?|kommentare?"

# A name and a colon with nothing after it.
LABELS = "vues?|views?|aufrufe|date|datum|share|share (?:this|on|via)|partager|partager (?:sur|via|cet article)|partagez|teilen|tags?|mots[- ]cles|etiquettes?|keywords|schlagworter|schlagworte|categor(?:y|ies|ie)s?|kategorien?|rubriques?|auteurs?|authors?|autor(?:en|in)?|par|by|von|published|publie(?: le)?|posted|veroffentlicht(?: am)?|updated|mis a jour(?: le)?|aktualisiert|comments?|commentaires?|kommentare?|likes?|ratings?|note|credits?|photos?|images?|fotos?|bild(?:er)?|source|sources|quelle|quellen|via|follow us|suivez-nous|folgen sie uns|listen|audio|video|newsletter|name|nom|e-?mail|website|site web|webseite|pseudo|url|temps de lecture|lesezeit|reading time"

COMMENT_HEADINGS = (
    r"(?:les |die |the )?(?:comments?|commentaires?|kommentare?|kommentarfunktion) (?:are |is |sont |sind |ist )?(?:closed|disabled|fermes|desactives|geschlossen|deaktiviert)[.!]?",
    r"(?:be the first|soyez le premier|soyez la premiere|sei der erste|seien sie der erste|schreiben sie den ersten)\b.{0,60}",
    r"\d+ (?:kommentare?|commentaires?|comments?|antworten|reponses?|replies) (?:anzeigen|lesen|ansehen)",
    r"(?:ihr|dein|your|votre|ton) (?:kommentar|name|e-?mail|comment|nom|commentaire|pseudo|adresse e-?mail)[ *:]*",
    r"(?:no|0|\d+|aucun|pas de|keine?) (?:comments?|commentaires?|kommentare?)(?: yet)?",
    r"(?:comments?|commentaires?|kommentare?) ?(?:\(?\d*\)?|closed|fermes|geschlossen)?",
    r"(?:leave|post|write|add|join|laisser?|laissez|rejoindre|rejoignez|poster|postez|ajouter|ajoutez|ecrire|ecrivez|schreibe?n?|hinterlasse?n?|verfassen|einen|ihren|deinen|votre|your|cancel|annuler|show|view|hide|voir|afficher|alle) (?:\S+ ){0,4}(?:comments?|reply|replies|conversation|discussion|commentaires?|reponse|kommentare?|antwort)(?: (?:schreiben|hinterlassen|verfassen|abgeben|anzeigen|lesen|hinzufugen|abbrechen|ici|here))?[ .!:]*",
    r"(?:einen |ihren |deinen )?(?:kommentare?|antwort) (?:schreiben|hinterlassen|verfassen|abgeben|anzeigen|lesen|hinzufugen|abbrechen)",
    r"(?:like this|gefallt mir|j'aime(?: ca)?|wird geladen|loading|chargement|like loading|j'aime chargement|gefallt mir wird geladen)[ .:…]*",
    r"(?:name|nom|e-?mail|e-?mail-adresse|adresse e-?mail|website|site web|site internet|webseite|comment|commentaire|kommentar) ?[*:]+ ?\*?",
)

COMMENT_PROMPTS = (
    r"(?:please|s'il vous plait|veuillez|bitte)[ ,:]*(?:enter|entrez|entrer|saisir|saisissez|renseigner|indiquer|laisser|geben sie|gib|trage?n?|log ?in|sign in|vous connecter|connectez-vous|melden)\b.{0,80}",
    r"(?:enter|type|entrez|saisissez) (?:your|a|votre|ici) .{0,40}",
    r"you have entered an incorrect email address.{0,10}|vous avez entre une adresse e-?mail incorrecte.{0,10}|sie haben eine falsche e-?mail.{0,30}",
    r"(?:save my name|enregistrer mon nom|meinen namen).{0,140}",
    r"(?:your e-?mail (?:address )?will not|votre adresse (?:e-?mail|de messagerie) ne sera|(?:deine|ihre) e-?mail(?:-adresse)? wird nicht).{0,80}",
    r"(?:required fields|les champs obligatoires|erforderliche felder|pflichtfelder)\b.{0,60}",
    r"(?:logged in as|connecte en tant que|angemeldet als)\b.{0,60}",
    r"(?:notify me of|prevenez-moi de|m'avertir|benachrichtige mich|benachrichtigen sie mich)\b.{0,100}",
    r"(?:du musst|sie mussen|vous devez|you must) (?:be logged|angemeldet|eingeloggt|etre connecte|vous connecter).{0,60}",
)

SIGN_UP = (
    rf"(?:mit|via|uber|with|avec) (?:{NETWORKS}|microsoft|e-?mail|facebook connect) (?:anmelden|einloggen|registrieren|fortfahren)",
    r"(?:create|creez|creer|erstellen sie|erstelle) (?:a |an |un |votre |ein |your )?(?:free |kostenloses |gratuit )?(?:account|compte|konto)\b.{0,80}",
    r"(?:by (?:clicking|signing|subscribing|registering)|en (?:cliquant|vous (?:inscrivant|abonnant))|mit (?:dem klick|der anmeldung|ihrer anmeldung))\b.{0,160}\b(?:terms|privacy|agree|acceptez|conditions|confidentialite|stimmen sie|nutzungsbedingungen|datenschutz\w*)\b.{0,120}",
    r"sign (?:up|in|out)(?:[ !.:].{0,90})?",
    r"(?:log ?in|login|logout|einloggen|anmelden|abmelden|registrieren|register|se connecter|connexion|deconnexion|s'inscrire|inscription|mon compte|my account|mein konto)",
    r"(?:or|ou|oder|and|et|und)?,? ?(?:sign in|sign up|log ?in|connectez-vous|se connecter|inscrivez-vous|s'inscrire|anmelden|einloggen|registrieren|continue|continuer|weiter|fortfahren) (?:with|using|via|avec|mit|uber)\b.{0,40}",
    r"(?:subscribe|unsubscribe)(?: (?:now|today|here|to|for|via|by|on)\b.{0,90})?[!.]?",
    r"subscribe (?:and|or) .{0,60}",
    r"(?:je m'abonne|s'abonner|abonnez[- ]vous|abonne-toi|inscrivez[- ]vous|inscris-toi|m'inscrire|je m'inscris)\b.{0,120}",
    r"(?:jetzt|hier|unseren|newsletter|podcast|kanal)?,? ?(?:newsletter |kostenlos |hier |jetzt )?(?:abonnieren|abonniere|abonnieren sie)\b.{0,90}",
    r"(?:melden sie sich|melde dich|registrieren sie sich|registriere dich) .{0,100}\b(?:an|newsletter|hier|kostenlos)\b.{0,40}",
    r"(?:get|receive|recevez|recevoir|retrouvez|erhalten sie|erhalte|bekommen sie|holen sie|join|rejoignez|want|wollen sie|mochten sie|vous voulez|don't miss|ne manquez|verpassen sie|verpasse)\b.{0,100}\b(?:newsletters?|inbox|e-?mails?|boite (?:mail|aux lettres)|messagerie|posteingang|postfach|notifications|whatsapp-kanal|chaine whatsapp)\b.{0,60}",
    r"(?:our|notre|nos|unser|unsere|the|la|die|der) (?:free |daily |kostenlose[rn]? |tagliche[rn]? )?newsletters?",
    r"newsletters?(?: (?:sign ?up|abonnieren|bestellen|anmeldung|inscription))?",
    r"(?:for more, )?sign up for .{0,80}newsletter.{0,40}",
    r"(?:already|deja|bereits|schon) (?:a |an )?(?:subscribers?|subscribed|registered|abonnes?|inscrit|abonnent(?:in)?|registriert|kunde|member|mitglied|have an account)\b.{0,60}",
    r"(?:forgot(?:ten)?|lost) (?:your )?password.{0,20}|mot de passe (?:oublie|perdu).{0,10}|passwort vergessen.{0,10}",
    r"(?:this|cet|der|dieser) (?:article|artikel) (?:is |est |ist )?(?:reserved |reserve |only |nur )?(?:for subscribers|aux abonnes|fur abonnenten)\b.{0,30}",
    r"(?:article )?reserve aux abonnes|(?:la suite|contenu) (?:de cet article )?(?:est )?reservee? aux abonnes|nur fur abonnenten|subscribers only|il vous reste .{1,12} de cet article a lire.{0,60}",
)

COOKIES = (
    r"(?:we|this (?:site|website|page)|our (?:site|website)|nous|ce site|notre site|wir|diese (?:seite|website|webseite)|unsere (?:seite|website|webseite)|by (?:continuing|using)|en (?:poursuivant|continuant)|mit der nutzung|accept|accepter|tout accepter|alle|manage|gerer|continuer|cookies?|privacy)\b.{0,160}\b(?:cookies?|cookie-\w+)\b.{0,200}",
    r"(?:cookies?|cookie)[- ](?:settings|policy|preferences|einstellungen|richtlinie|hinweis|banner|notice)|(?:parametres|politique|gestion|preferences) (?:des |de |relative aux )?cookies",
    r"(?:accept|reject|refuse) all|tout (?:accepter|refuser)|alle(?:s)? (?:akzeptieren|ablehnen)|(?:continuer|continue) (?:sans accepter|without accepting)|j'accepte|i agree|ich stimme zu|zustimmen|einverstanden|je refuse|parametrer mes choix|personnaliser mes choix",
    r"(?:privacy policy|politique de confidentialite|datenschutz|datenschutzerklarung|impressum|mentions legales|terms of (?:use|service)|conditions (?:generales )?d'utilisation|nutzungsbedingungen|agb)",
)

ELSEWHERE = (  # whole lines only: what follows the label is the title of another article
    r"(?:a )?(?:lire|voir|ecouter|decouvrir|lisez|voyez|decouvrez) (?:aussi|egalement|encore)\b.{0,220}",
    r"a (?:lire|voir|ecouter)(?: sur .{1,30})? ?[:>].{0,220}|a lire",
    r"(?:lesen|sehen|horen) sie (?:auch|hier|dazu|mehr)\b.{0,220}|siehe auch ?:.{0,220}|mehr zum thema\b.{0,120}|zum thema ?:?|auch interessant\b.{0,120}|das konnte sie auch interessieren\b.{0,60}|lesetipp.{0,3}:.{0,200}",
    r"(?:also read|read also|read more|read next|see also|read|watch|related|recommended|more on this(?: story| topic)?|also on \w+) ?[:>].{0,220}",
    r"(?:also read|read also|read more|read next|see also|you may also like|you might also like|recommended(?: for you)?|trending|most read|most popular|keep reading|continue reading|up next|related(?: (?:articles?|stories|posts?|topics?|news|content|coverage))?|more (?:stories|news|articles))[ :.…!>»]*",
    r"(?:sur le meme (?:sujet|theme)|dans la meme rubrique|articles? (?:similaires?|lies?|associes?|recommandes?|precedents?|suivants?)|vous aimerez aussi|en savoir plus|lire la suite|lire plus|plus d'infos|les plus lus|a la une)[ :.…!>»]*",
    r"(?:weiterlesen|mehr erfahren|mehr lesen|ahnliche artikel|verwandte (?:artikel|themen|beitrage)|weiterlesen mit \S+|weitere (?:artikel|meldungen|nachrichten|themen)|meistgelesen|das konnte (?:sie|dich) (?:auch )?interessieren|nachster artikel|vorheriger artikel|previous (?:article|post)|next (?:article|post)|more from (?:this|the) (?:author|section)|don't miss|article precedent|article suivant)[ :.…!>»]*",
    r"(?:toute?s?|tous|all|alle?|mehr|plus|more|retrouvez|find)\b[^.?:,]{0,40}\b(?:actus?|actualites?|news|infos?|nachrichten|articles?|artikel|stories|videos?|episodes?|folgen|meldungen|headlines)\b[^.?:,]{0,24}\b(?:ici|here|hier)[ !.>»]*",
)

FOLLOW = (
    rf"(?:follow|suivez|folgen sie|folge|retrouvez|find|join|rejoignez|like)\b.{{0,60}}\b(?:on|sur|auf|bei|at) (?:{NETWORKS}|notre (?:page|chaine|application|appli)|our (?:page|channel|app)|unser\w*)\b.{{0,90}}",
    rf"(?:follow|suivez|on) (?:{NETWORKS})\b.{{0,10}}follow\b.{{0,120}}",
    r"(?:follow us|suivez[- ]nous|folgen sie uns|folge uns|nous suivre)\b.{0,60}",
    r"(?:reach|contact|email|e-mail) (?:him|her|them|us|the author)\b.{0,20}(?:@|\bat\b.{0,30}@).{0,60}",
    r"(?:click|tap) (?:here|below|on the link)\b.{0,80}|cliquez (?:ici|sur le lien)\b.{0,80}|(?:hier klicken|klicken sie (?:hier|auf))\b.{0,80}",
)

NOTICES = (
    # hosts of podcasts and what they append to every description
    r"(?:hosted (?:on|by)|heberge(?:e|s)? (?:par|sur|chez)|gehostet (?:von|bei|auf)|powered by|propulse par)(?: [^ .]+){1,6}\.?",
    r"(?:see|visit|visitez|voir|consultez|besuchen sie|siehe|rendez-vous sur|mehr unter) \S*[.]\S+(?:/\S*)?(?: .{0,80}\b(?:info\w*|privacy|confidentialite|datenschutz|opt.?out)\b.{0,100})?",
    r"(?:see|visit|visitez|voir|besuchen sie)\b.{0,60}\S+/(?:privacy|adchoices|politique\S*|datenschutz\S*).{0,60}",
    r"(?:learn more about your ad choices|our gdpr privacy policy|notre politique de confidentialite)\b.{0,80}",
    r"(?:support|soutenez|unterstutzen sie|unterstutze) (?:this|our|ce|notre|diesen|unseren) (?:podcast|show|journal\w*|podcasts?)\b.{0,90}",
    # translated or written by a machine; where the text came from
    r"(?:this|these|the above|cet|cette|ce|dieser?|diesen?) (?:article|text|story|post|page|texte|traduction|artikel|beitrag|meldung|ubersetzung|inhalt|contenu|translation)(?:'s)?\b.{0,60}\b(?:wurde|ist|was|has been|is|have been|a ete|est)\b.{0,80}\b(?:ubersetzt|translated|traduite?|machine[- ]translat\w+|automatically generated|ai[- ]generated|generee? (?:par|automatiquement)|(?:ki|maschinell|automatisch)\S* (?:erstellt|erzeugt|generiert))\b.{0,80}",
    r"(?:(?:article|artikel|texte|text|beitrag|meldung) )?(?:automatically |machine )?(?:translated|traduite?|ubersetzt)(?: automatiquement| aus| automatisch| vom| from| de| du| by| par| with| avec| mit| using| a l'aide)\b.{0,60}",
    r"(?:aus dem (?:englischen|franzosischen|deutschen|chinesischen)|maschinelle|automatische|traduction|machine|automatic|ai) (?:ubersetzt|ubersetzung|automatique|translation|traduction)\b.{0,60}",
    r"(?:la|the|die) (?:source|quelle|version originale|originalfassung|original version|original) (?:de|of|dieses|du|des|der) (?:cet |this |the )?(?:article|post|story|artikels|textes?|beitrags)\b.{0,60}",
    r"(?:this|cet|dieser) (?:article|story|post|artikel|beitrag|text) (?:was |is |a ete |wurde |ist )?(?:originally|first|initialement|d'abord|zuerst|ursprunglich)\b.{0,120}",
    r"(?:bei fragen|fur fragen|haben sie fragen|if you have (?:any )?questions|for (?:any )?questions|pour toute question|une question|fehler (?:gefunden|entdeckt)|(?:spotted|found) (?:an error|a mistake)|une (?:erreur|faute))\b.{0,120}(?:@|e-?mail|\bmail\b|kontakt|contact|ecrivez|write to|schreiben sie|signale).{0,80}",
    r"(?:©|c\) \d{4}|copyright\b).{0,120}|.{0,60}(?:all rights reserved|tous droits reserves|alle rechte vorbehalten)\b.{0,60}",
)

PAGE = (  # whole lines only
    # advertising
    r"(?:advertisement|advertising|publicite|anzeige|anzeigen|werbung|sponsored|sponsorise|contenu sponsorise|sponsored content|gesponsert|ad|annonce|pub)(?: ?- .{0,40})?",
    r"(?:article continues|story continues|la suite apres|l'article continue|nach der (?:werbung|anzeige)|artikel wird nach der|scroll to continue|nach dem werbe)\b.{0,60}",
    r"(?:envoyer|recommander) par e-?mail|per e-?mail (?:senden|versenden|verschicken)|(?:send|share) by e-?mail|email this(?: article)?",
    # getting about the page, and what stands beside the title
    r"(?:skip to|jump to|aller au|passer au|zum) (?:main |haupt)?(?:content|contenu|inhalt|navigation)\b.{0,30}|(?:zum )?(?:haupt)?inhalt springen|menu|ouvrir le menu|open menu|retour en haut|nach oben|back to top|zum seitenanfang",
    r"(?:home|accueil|startseite) ?[>»/›|].{0,120}",
    r"(?:\d+|une?|eine?|one) ?(?:-| )?min(?:utes?|uten?|\.)?(?: de)? (?:read|lecture|lesezeit|lesen)|(?:temps de lecture|lesezeit|reading time|lecture)(?: estime)? ?:? ?(?:ca\. |env\. )?\d+.{0,12}",
    r"(?:listen to|ecouter|ecoutez) (?:this|the|cet|l') ?(?:article|story|episode).{0,30}|artikel (?:an)?horen.{0,20}|(?:download|telecharger|herunterladen)(?: (?:episode|l'episode|pdf|app))?",
    rf"(?:listen|ecouter|ecoutez|horen|anhoren|watch|regarder) (?:on|sur|auf|bei) (?:{NETWORKS})|play|pause|podcast",
    r"rate this (?:post|article)|noter cet article|artikel bewerten|(?:a propos de l'|about the |uber den |uber die )(?:auteure?|author|autorin|autor)|signaler une erreur|fehler melden|report (?:an error|a mistake|a typo)",
    r"(?:tags?|hashtags?|mots[- ]cles|schlagworter|schlagworte|keywords|etiquettes) ?: .{0,200}",
    r"(?:no |kein )?(?:image|bild|foto|photo|illustration)|(?:image ?:? ?)?placeholder",
    r"\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?",
    r"(?:publiee?|mise? a jour|modifiee?|published|last updated|updated|posted|veroffentlicht|aktualisiert|erstellt|stand|date|datum)\b ?[:,]?(?: (?:le|on|am|at|a|um|vom))? ?(?:\w+,? )?\d(?:[^.!?:]|[.:](?=\d)){0,40}",
)

LINES = (*COMMENT_HEADINGS, *COMMENT_PROMPTS, *SIGN_UP, *COOKIES, *ELSEWHERE, *FOLLOW, *NOTICES, *PAGE)
# also beside other sentences on one line
SENTENCES = (*COMMENT_PROMPTS, *SIGN_UP, *COOKIES, *FOLLOW, *NOTICES)

# Lines that say nothing of themselves: they go only with furniture that they touch.
BESIDE = (
    r"or|ou|oder|and|et|und|ok|yes|no|oui|non|ja|nein|x|close|fermer|schliessen|cancel|annuler|abbrechen|reply|repondre|antworten|submit|envoyer|absenden|search|recherche|rechercher|suche|suchen",
    rf"(?:{NETWORKS}|email|e-?mail|rss|sms)(?:[ ,|/]+(?:{NETWORKS}|email|e-?mail|rss|sms))*",
    r"[\d.,]+ ?[km]?\+?",
    r"(?:by|par|von) .{2,60}[a-z]\d{1,3}",  # a byline with a counter glued to it
    r"name|nom|website|site web|webseite|comment|commentaire|kommentar",
)

# Sentences of a notice of several sentences, telling only together and beside furniture: each hint is found
# when all of its parts are.
TRANSLATED = "ubersetz|translat|traduc|traduit"
MACHINE = r"\b(?:ki(?:-\w+)?|kunstliche[rn]? intelligenz|ai|artificial intelligence|intelligence artificielle|ia|tools?|outils?|automat\w+|maschinell\w*)\b"
HINTS = (
    (TRANSLATED, MACHINE),
    (
        r"\b(?:unsere[nrms]?|uns|our|us|nos|notre)\b",
        r"redakt|\beditor|leser|\breader|lecteur|redaction|berichterstattung|coverage|journalis|newsletter",
    ),
    (r"\S@\w+[.-]\w",),
    (r"korrektur gelesen|proofread|\brelue?s? par\b",),
)

BYLINE = r"(?:by|par|von|de|propos recueillis par|written by|ecrit par) .{2,60}"
