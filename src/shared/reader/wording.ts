/** The words that Copydesk itself adds to a page that readers get. */
export interface Wording {
  /** The language of these words, which need not be the story's. */
  readonly language: string
  readonly readArticle: (outlet: string) => string
  /** Ends before the publisher's name, which is a link. */
  readonly firstPublishedBy: string
  readonly by: string
  readonly notes: string
  readonly backToText: string
  readonly download: string
}

const english: Wording = {
  language: 'en',
  readArticle: (outlet) => `Read the article at ${outlet}`,
  firstPublishedBy: 'First published by',
  by: 'By',
  notes: 'Notes',
  backToText: 'Back to the text',
  download: 'Download',
}

const wordings: Readonly<Record<string, Wording>> = {
  en: english,
  fr: {
    language: 'fr',
    readArticle: (outlet) => `Lire l’article sur ${outlet}`,
    firstPublishedBy: 'Première publication :',
    by: 'Par',
    notes: 'Notes',
    backToText: 'Retour au texte',
    download: 'Télécharger',
  },
  es: {
    language: 'es',
    readArticle: (outlet) => `Leer el artículo en ${outlet}`,
    firstPublishedBy: 'Publicado originalmente por',
    by: 'Por',
    notes: 'Notas',
    backToText: 'Volver al texto',
    download: 'Descargar',
  },
  pt: {
    language: 'pt',
    readArticle: (outlet) => `Ler o artigo em ${outlet}`,
    firstPublishedBy: 'Publicado originalmente por',
    by: 'Por',
    notes: 'Notas',
    backToText: 'Voltar ao texto',
    download: 'Descarregar',
  },
  de: {
    language: 'de',
    readArticle: (outlet) => `Zum Artikel bei ${outlet}`,
    firstPublishedBy: 'Zuerst veröffentlicht von',
    by: 'Von',
    notes: 'Anmerkungen',
    backToText: 'Zurück zum Text',
    download: 'Herunterladen',
  },
  ar: {
    language: 'ar',
    readArticle: (outlet) => `اقرأ المقال على ${outlet}`,
    firstPublishedBy: 'نُشر أولاً من قِبل',
    by: 'بقلم',
    notes: 'الهوامش',
    backToText: 'العودة إلى النص',
    download: 'تنزيل',
  },
}

/** The words in a story's language, or in English where they are not translated. */
export function wordingFor(language: string | null): Wording {
  return wordings[language?.toLowerCase().split('-')[0] ?? 'en'] ?? english
}
