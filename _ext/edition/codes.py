"""The one list of problems: a code and what it means, in French, for each.

``edition explain`` and the page of messages are made from it; nothing else lists the
codes. A code says what it protects; its folder in ``tests/issues/`` shows it at work.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["IssueCode"]


class IssueCode(StrEnum):
    """A problem that the edition can have.

    Each member is ``code, explanation``; the explanation says in one or two sentences
    why it matters and how it is repaired.
    """

    explanation: str

    def __new__(cls, value: str, explanation: str) -> IssueCode:
        """Make the member a string that carries its explanation."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.explanation = explanation
        return member

    # -- tables: files ------------------------------------------------------------
    TABLE_UNKNOWN = (
        "table-unknown",
        "Le tableau nommé n'existe pas dans data/tables/. Corrigez le nom, ou "
        "ajoutez le tableau avec « edition tables new ».",
    )
    TABLE_FILE = (
        "table-file",
        "Le fichier du tableau est refusé : trop gros, illisible, binaire, ou lien vers "
        "l'extérieur de data/. Remplacez-le par un fichier CSV ordinaire.",
    )
    TABLE_SCHEMA = (
        "table-schema",
        "Le schéma du tableau (data/schema/) contient un mot que nous ne lisons pas ou "
        "une indication impossible : il promettrait ce que rien ne vérifie. Corrigez-le "
        "avec le mot proposé.",
    )
    TABLE_SCHEMA_MISSING = (
        "table-schema-missing",
        "Un tableau sans schéma, ou un schéma sans tableau : rien ne dirait ce que les "
        "colonnes veulent dire. Ajoutez le fichier qui manque ou retirez l'autre.",
    )
    TABLE_PACKAGE = (
        "table-package",
        "data/datapackage.json décrit les tableaux pour qui n'a pas nos programmes "
        ": titre, licence, sources. Il contient un mot inconnu ou une indication "
        "qui manque ; corrigez-le à la ligne dite.",
    )
    TABLE_UNLISTED = (
        "table-unlisted",
        "Un tableau absent de data/datapackage.json n'aurait ni licence ni source ; "
        "un tableau décrit mais absent tromperait. Ajoutez la ressource ou "
        "retirez-la.",
    )
    TABLE_PAGE = (
        "table-page",
        "Chaque tableau a sa page dans chapters/annexes/donnees/, adresse "
        "permanente de ses lignes. Écrivez la page qui manque avec « edition tables "
        "new », ou retirez celle qui n'a plus de tableau.",
    )
    TABLE_ENCODING = (
        "table-encoding",
        "Le fichier n'est pas de l'UTF-8 : les lettres accentuées seraient abîmées. "
        "Enregistrez-le en UTF-8 depuis votre tableur.",
    )
    TABLE_BOM = (
        "table-bom",
        "Une marque invisible (BOM) précède la première colonne et en change le nom "
        "pour certains programmes. Enregistrez en UTF-8 sans BOM.",
    )
    TABLE_LINE_END = (
        "table-line-end",
        "Les lignes finissent par LF, la dernière aussi : sans cela toute "
        "comparaison de versions montrerait des lignes qui n'ont pas changé.",
    )
    TABLE_QUOTE = (
        "table-quote",
        "Un guillemet droit est mal placé ou n'est jamais fermé : chaque programme "
        "couperait les cellules autrement. Mettez la cellule entière entre "
        "guillemets droits et doublez ceux qu'elle contient.",
    )
    TABLE_HEADER = (
        "table-header",
        "La première ligne doit nommer les colonnes du schéma, toutes, dans le même "
        "ordre, chacune une fois.",
    )
    TABLE_RAGGED = (
        "table-ragged",
        "Une ligne n'a pas autant de cellules que l'en-tête : une virgule manque ou "
        "n'est pas entre guillemets droits, et toutes les valeurs qui suivent "
        "glissent d'une colonne.",
    )
    TABLE_ROW_ID = (
        "table-row-id",
        "L'id d'une ligne est son adresse pour toujours : des minuscules sans "
        "accent, des chiffres et des traits d'union, une lettre d'abord.",
    )
    TABLE_ROW_TWICE = (
        "table-row-twice",
        "Deux lignes portent le même id : un renvoi ne saurait laquelle viser. "
        "Donnez à la plus récente un id neuf.",
    )
    TABLE_ROW_DUPLICATE = (
        "table-row-duplicate",
        "Deux lignes disent la même chose sous deux ids : la donnée compterait deux "
        "fois. Gardez celle qui a été publiée la première.",
    )
    TABLE_VALUE_TYPE = (
        "table-value-type",
        "La cellule n'a pas la forme que le schéma annonce : nombre avec un point, "
        "date AAAA-MM-JJ, période avec une barre oblique. Écrivez ce que la source "
        "dit dans la colonne prévue (« valeur_lue », « date_lue »).",
    )
    TABLE_VALUE_REQUIRED = (
        "table-value-required",
        "Cette colonne doit toujours avoir une valeur : sans elle la ligne ne dit "
        "rien.",
    )
    TABLE_VALUE_EMPTY = (
        "table-value-empty",
        "Une cellule vide veut dire « sans objet », et seulement dans les colonnes "
        "qui l'admettent. Ce qui existe mais n'a pas été vu s'écrit « non vu ».",
    )
    TABLE_VALUE_UNSEEN = (
        "table-value-unseen",
        "« non vu » s'écrit toujours ainsi ; toute autre façon passerait pour une "
        "valeur.",
    )
    TABLE_VALUE_UNIQUE = (
        "table-value-unique",
        "Le schéma promet que les valeurs de cette colonne, ou de ces colonnes "
        "ensemble, diffèrent d'une ligne à l'autre.",
    )
    TABLE_VALUE_PATTERN = (
        "table-value-pattern",
        "La cellule ne suit pas le motif que le schéma donne à la colonne.",
    )
    TABLE_VALUE_RANGE = (
        "table-value-range",
        "La valeur sort des limites que le schéma donne à la colonne.",
    )
    TABLE_VALUE_ENUM = (
        "table-value-enum",
        "La colonne n'admet que les valeurs de la liste donnée par le schéma.",
    )
    TABLE_VALUE_FOREIGN = (
        "table-value-foreign",
        "La cellule renvoie à une ligne qui n'existe pas dans l'autre tableau. "
        "Corrigez l'id, ou ajoutez la ligne d'abord.",
    )
    TABLE_VALUE_PERCENT = (
        "table-value-percent",
        "Un pourcentage se lit entre 0 et 100. Une évolution, qui peut dépasser ces "
        "bornes, a sa propre unité.",
    )
    TABLE_SUM = (
        "table-sum",
        "Le schéma promet que ces parties font un tout (« edition:sums »). Vérifiez "
        "les parties dans la source ; si elle se trompe elle-même, notez "
        "l'exception avec sa raison.",
    )
    TABLE_PERIOD = (
        "table-period",
        "La période finit avant de commencer : ses deux dates sont échangées, ou l'une "
        "est mal lue.",
    )
    TABLE_DATE_FUTURE = (
        "table-date-future",
        "La date n'est pas encore venue : aucune source n'a pu la dire.",
    )
    TABLE_ADDRESS = (
        "table-address",
        "L'adresse ne peut pas être suivie, ou ferait autre chose qu'ouvrir une "
        "page : http ou https, un hôte, aucun blanc.",
    )
    TABLE_IDENTIFIER = (
        "table-identifier",
        "Le DOI ou l'ISBN n'a pas la bonne forme, ou sa clé de contrôle montre une "
        "faute de frappe.",
    )
    TABLE_REFERENCE = (
        "table-reference",
        "La cellule nomme une clé qui n'est pas dans data/references.bib.",
    )
    TABLE_UNIT = (
        "table-unit",
        "L'unité que le schéma donne à la colonne (« edition:unit ») n'est pas une "
        "ligne du tableau « unites ».",
    )
    TABLE_VALUE_FORMULA = (
        "table-value-formula",
        "Un tableur exécuterait cette cellule comme une formule chez qui télécharge "
        "le tableau. Tournez-la autrement.",
    )
    TABLE_VALUE_CONTROL = (
        "table-value-control",
        "La cellule contient un signe invisible (tabulation, commande, changement "
        "de sens d'écriture), qui trompe l'œil ou le programme. Effacez-le.",
    )
    TABLE_VALUE_ACCENT = (
        "table-value-accent",
        "Une lettre et son accent sont écrits comme deux signes : à l'œil rien ne "
        "change, mais ni filtre ni recherche ne retrouve le mot. Retapez-le.",
    )
    TABLE_VALUE_BLANK = (
        "table-value-blank",
        "Un blanc au bord d'une cellule la rend différente de sa jumelle sans que "
        "rien ne le montre.",
    )

    # -- tables: views, values, formulas -------------------------------------------
    VIEW_OPTION = (
        "view-option",
        "Une option de « data-table » est inconnue ou mal écrite ; le tableau n'est "
        "pas montré, pour ne pas montrer autre chose que ce qui est demandé.",
    )
    VIEW_COLUMN = (
        "view-column",
        "Une vue nomme une colonne que le tableau n'a pas, ou qui n'est pas montrée. "
        "Les noms sont ceux du schéma (data/schema/), pas les titres.",
    )
    VIEW_FILTER = (
        "view-filter",
        "Le filtre ne se comprend pas, ou compare une colonne à ce qu'elle ne peut "
        "contenir. Le signe ^ montre l'endroit.",
    )
    VIEW_EMPTY = (
        "view-empty",
        "La vue ne montre aucune ligne : un tableau vide dans un livre est presque "
        "toujours une faute de frappe dans le filtre.",
    )
    VALUE_FORM = (
        "value-form",
        "La valeur est mal adressée : on écrit l'id d'une ligne de « chiffres » ou de "
        "« derives », ou « tableau:ligne.colonne », et parfois une forme après « | ».",
    )
    VALUE_ROW = (
        "value-row",
        "La ligne nommée n'existe pas : la phrase n'aurait pas de chiffre. Corrigez "
        "l'id, ou ajoutez la ligne au tableau.",
    )
    VALUE_COLUMN = (
        "value-column",
        "La colonne nommée n'existe pas dans le tableau. Les noms sont ceux du schéma "
        "(data/schema/), pas les titres.",
    )
    VALUE_UNIT = (
        "value-unit",
        "L'unité de la valeur n'est pas une ligne du tableau « unites » : on ne "
        "saurait ni l'accorder ni l'écrire.",
    )
    FORMULA = (
        "formula",
        "La formule d'une valeur calculée (tableau « derives ») ne se comprend pas, "
        "ou ne peut pas être calculée. Le signe ^ montre l'endroit.",
    )
    BUILDER_UNKNOWN = (
        "builder-unknown",
        "Ce format de sortie ne sait pas écrire nos tableaux et nos valeurs : ils "
        "manqueraient sans que rien ne le dise. Construisez « html », « epub » ou "
        "« text ».",
    )

    # -- references ----------------------------------------------------------------
    REFERENCE_FILE = (
        "reference-file",
        "Le fichier data/references.bib ne se lit pas comme du BibTeX : aucune "
        "référence ne pourrait être citée. Corrigez la ligne nommée.",
    )
    REFERENCE_KEY = (
        "reference-key",
        "La clé d'une référence est son adresse pour toujours : elle est unique et "
        "s'écrit en lettres sans accent, chiffres, « _ » et « - ».",
    )
    REFERENCE_FIELD = (
        "reference-field",
        "La référence a un type inconnu, pas de titre, ou une adresse qui ferait "
        "autre chose qu'ouvrir une page.",
    )
    REFERENCE_UNLISTED = (
        "reference-unlisted",
        "La page de bibliographie range les références par mots-clés ; celle-ci "
        "n'entre dans aucun groupe et ne serait pas montrée.",
    )
    REFERENCE_KEYWORD = (
        "reference-keyword",
        "Aucune référence n'a ce mot-clé : le groupe resterait vide. Corrigez "
        "l'option « keywords » ou les références.",
    )

    # -- text: what a page may use --------------------------------------------------
    SOURCE_SIGN = (
        "source-sign",
        "Un fichier de texte est en UTF-8, avec des fins de ligne simples et sans "
        "signe invisible : tous les outils le lisent alors de la même façon.",
    )
    SOURCE_SIZE = (
        "source-size",
        "Une page trop longue, une ligne démesurée ou des directives emboîtées sans "
        "fin bloquent la construction. Coupez la page ou la ligne.",
    )
    SOURCE_PLACE = (
        "source-place",
        "Le livre est fait de fichiers .md placés dans chapters/, sans lien "
        "symbolique : rien d'autre n'est lu, rien d'ailleurs n'est publié.",
    )
    FRONT_MATTER = (
        "front-matter",
        "L'en-tête d'une page ne porte que les clés permises, chacune sur une ligne. "
        "Les autres règlent l'outil qui construit, ce qu'une page ne peut pas faire.",
    )
    DIRECTIVE_UNKNOWN = (
        "directive-unknown",
        "Une page n'emploie que les directives de la liste (_ext/edition/allowed.toml)."
        " Les autres peuvent lire un fichier ou publier du code.",
    )
    DIRECTIVE_FORM = (
        "directive-form",
        "Une directive s'écrit avec son nom entre accolades, son argument, puis une "
        "option par ligne (:nom: valeur), puis son contenu, et rien d'autre.",
    )
    DIRECTIVE_OPTION = (
        "directive-option",
        "Chaque directive a ses options (_ext/edition/allowed.toml). Une option "
        "inconnue serait perdue, une option de style romprait la page.",
    )
    DIRECTIVE_PLACE = (
        "directive-place",
        "Certaines directives n'ont leur place que dans certaines pages, et aucune "
        "dans une liste, une citation ou un tableau.",
    )
    ROLE_UNKNOWN = (
        "role-unknown",
        "Une page n'emploie que les rôles de la liste (_ext/edition/allowed.toml).",
    )
    ROLE_FORM = (
        "role-form",
        "Un rôle s'écrit {nom}`texte`, sans espace ni signe étranger entre les deux.",
    )
    SYNTAX_FORBIDDEN = (
        "syntax-forbidden",
        "Le HTML, les substitutions, les notes de bas de page et le code n'ont pas "
        "cours dans le texte : la page doit se lire dans tous les formats.",
    )
    LINK_FORBIDDEN = (
        "link-forbidden",
        "Un lien mène à une adresse http(s), à une page du livre ou à un identifiant. "
        "Un autre lien exécuterait du code ou publierait un fichier.",
    )
    IMAGE_FORBIDDEN = (
        "image-forbidden",
        "Une image est un fichier du livre, posé par la directive « figure », avec "
        "un texte de remplacement pour qui ne la voit pas.",
    )

    # -- text: passages and their ids -----------------------------------------------
    SECTION_ID = (
        "section-id",
        "Chaque titre porte un identifiant lisible écrit par l'auteur, (sec-…)= : "
        "un identifiant automatique change avec le titre et rompt les liens.",
    )
    SECTION_LEVEL = (
        "section-level",
        "Une page a un seul titre de premier niveau, en tête, et ses sous-titres "
        "descendent d'un niveau à la fois : le plan se lit ainsi à l'oreille.",
    )
    ANCHOR_MISSING = (
        "anchor-missing",
        "Un passage sans identifiant ne peut pas être cité. La commande "
        "« edition ids new --write » en donne un à chacun.",
    )
    ANCHOR_FORM = (
        "anchor-form",
        "L'identifiant d'un passage est tiré au sort par une commande, jamais tapé : "
        "une lettre, un tiret et cinq signes sans risque de confusion.",
    )
    ANCHOR_KIND = (
        "anchor-kind",
        "La lettre d'un identifiant dit ce qu'il désigne : p- un paragraphe ou une "
        "liste, q- une citation, t- un tableau, f- un graphique, sec- une section.",
    )
    ANCHOR_PLACE = (
        "anchor-place",
        "Une ligne (p-…)= précède son passage, seule. Avant une directive ou dans "
        "un paragraphe, elle marque autre chose que ce qu'elle semble marquer.",
    )
    ANCHOR_DUPLICATE = (
        "anchor-duplicate",
        "Un identifiant ne désigne qu'une chose dans toute l'édition ; donné deux "
        "fois, il mène au hasard.",
    )
    REFERENCE_UNKNOWN = (
        "reference-unknown",
        "Un renvoi mène à un identifiant ou à une page qui existe dans l'édition.",
    )
    NUMBER_TYPED = (
        "number-typed",
        "Un nombre du texte vient des données : il garde ainsi sa source et suit "
        "leur correction. Écrivez-le par le rôle data-value, ou inscrivez "
        "l'exception et sa raison dans data/exceptions.csv.",
    )

    # -- settings and citation ----------------------------------------------------
    SETTING_FILE = (
        "setting-file",
        "data/edition.toml dit qui publie l'édition et où. Illisible, il laisserait "
        "croire que rien n'est fixé.",
    )
    SETTING_UNKNOWN = (
        "setting-unknown",
        "Un réglage mal nommé n'aurait aucun effet. Les noms admis sont ceux que "
        "data/edition.toml donne au départ.",
    )
    SETTING_VALUE = (
        "setting-value",
        "Une adresse, un DOI ou un contact faux enverrait le lecteur nulle part. Une "
        "valeur vide est permise : l'édition affiche alors « non fixé ».",
    )
    CITATION_FILE = (
        "citation-file",
        "CITATION.cff donne le titre, les auteurs, la version et la licence de "
        "l'édition : sans lui, aucune page ne peut dire comment la citer.",
    )
    CITATION_FIELD = (
        "citation-field",
        "Un champ de CITATION.cff manque ou n'a pas la forme attendue ; les outils "
        "qui le lisent citeraient mal l'édition.",
    )

    # -- exceptions ---------------------------------------------------------------
    EXCEPTION_INVALID = (
        "exception-invalid",
        "Une ligne de data/exceptions.csv n'est pas recevable : il faut un code connu, "
        "un fichier, la valeur visée et une raison que l'on puisse relire dans dix ans.",
    )
    EXCEPTION_UNUSED = (
        "exception-unused",
        "L'exception ne couvre plus aucune faute : elle cacherait la prochaine. "
        "Retirez-la de data/exceptions.csv.",
    )

    # -- charts --------------------------------------------------------------------
    CHART_TYPE = (
        "chart-type",
        "Un graphique a l'un des types connus (option « type »).",
    )
    CHART_OPTION = (
        "chart-option",
        "Chaque type de graphique a ses options ; une autre resterait sans effet, et "
        "il manquerait de quoi dessiner sans celle qui est exigée.",
    )
    CHART_ALT = (
        "chart-alt",
        "Qui ne voit pas le graphique lit son texte de remplacement (option « alt ») : "
        "il dit ce que le dessin montre, autrement que la légende.",
    )
    CHART_COLUMN = (
        "chart-column",
        "La colonne nommée n'existe pas, ou ne contient ni nombres ni dates là où il "
        "en faut.",
    )
    CHART_UNITS = (
        "chart-units",
        "Une échelle n'a qu'une unité : des pourcentages et des personnes ne se "
        "comparent pas. Filtrez les lignes par leur unité.",
    )
    CHART_BINS = (
        "chart-bins",
        "Les classes d'un histogramme se donnent par leur nombre ou par leurs bornes, "
        "en croissant, et couvrent toutes les valeurs.",
    )
    CHART_HIGHLIGHT = (
        "chart-highlight",
        "Ce qui doit ressortir du graphique n'y est pas.",
    )
    CHART_EMPTY = (
        "chart-empty",
        "Toutes les valeurs du graphique manquent : il n'y a rien à dessiner.",
    )
    CHART_TOO_FEW = (
        "chart-too-few",
        "Moins de cinq marques se disent mieux en une phrase ou dans un tableau.",
    )
    CHART_TOO_MANY = (
        "chart-too-many",
        "Trop de marques ou de séries pour qu'un lecteur les distingue. Filtrez, ou "
        "groupez les valeurs.",
    )

    # -- glossary ------------------------------------------------------------------
    GLOSSARY_TABLE = (
        "glossary-table",
        "Un lexique se fait d'un tableau qui a une colonne de termes (rôle « title ») "
        "et une colonne « definition ».",
    )
    GLOSSARY_TERM = (
        "glossary-term",
        "Deux lignes définissent le même terme : un renvoi mènerait au hasard.",
    )
