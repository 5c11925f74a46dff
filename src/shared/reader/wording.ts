import type { CalloutTone } from '../document/nodes/quotes'

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
  /** That a cross-post is no endorsement; the origin's name may be empty. */
  readonly noEndorsement: (origin: string) => string
  /** Heads a callout that has no title of its own. */
  readonly callout: Readonly<Record<CalloutTone, string>>
  /** Names a task that has no words. */
  readonly task: string
  readonly relatedStories: string
}

const english: Wording = {
  language: 'en',
  readArticle: (outlet) => `Read the article at ${outlet}`,
  firstPublishedBy: 'First published by',
  by: 'By',
  notes: 'Notes',
  backToText: 'Back to the text',
  download: 'Download',
  noEndorsement: (origin) => `This text is shared for information. Sharing it does not mean that we endorse or agree with all that ${origin || 'its first publisher'} says.`,
  callout: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning' },
  task: 'Task',
  relatedStories: 'Related stories',
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
    noEndorsement: (origin) => `Ce texte est partagé à titre d’information. Ce partage ne signifie pas que nous approuvons tout ce que dit ${origin || 'l’éditeur d’origine'}, ni que nous y souscrivons.`,
    callout: { note: 'Remarque', tip: 'Conseil', important: 'Important', warning: 'Attention' },
    task: 'Tâche',
    relatedStories: 'À lire aussi',
  },
  es: {
    language: 'es',
    readArticle: (outlet) => `Leer el artículo en ${outlet}`,
    firstPublishedBy: 'Publicado originalmente por',
    by: 'Por',
    notes: 'Notas',
    backToText: 'Volver al texto',
    download: 'Descargar',
    noEndorsement: (origin) => `Este texto se comparte a título informativo. Compartirlo no significa que respaldemos todo lo que dice ${origin || 'quien lo publicó primero'} ni que estemos de acuerdo con ello.`,
    callout: { note: 'Nota', tip: 'Consejo', important: 'Importante', warning: 'Advertencia' },
    task: 'Tarea',
    relatedStories: 'Contenidos relacionados',
  },
  pt: {
    language: 'pt',
    readArticle: (outlet) => `Ler o artigo em ${outlet}`,
    firstPublishedBy: 'Publicado originalmente por',
    by: 'Por',
    notes: 'Notas',
    backToText: 'Voltar ao texto',
    download: 'Descarregar',
    noEndorsement: (origin) => `Este texto é partilhado a título informativo. A partilha não significa que apoiemos tudo o que diz ${origin || 'quem o publicou primeiro'}, nem que concordemos com isso.`,
    callout: { note: 'Nota', tip: 'Sugestão', important: 'Importante', warning: 'Aviso' },
    task: 'Tarefa',
    relatedStories: 'Textos relacionados',
  },
  de: {
    language: 'de',
    readArticle: (outlet) => `Zum Artikel bei ${outlet}`,
    firstPublishedBy: 'Zuerst veröffentlicht von',
    by: 'Von',
    notes: 'Anmerkungen',
    backToText: 'Zurück zum Text',
    download: 'Herunterladen',
    noEndorsement: (origin) => `Dieser Text wird zur Information weitergegeben. Das bedeutet nicht, dass wir allem zustimmen, was ${origin === '' ? 'dort' : `von ${origin}`} gesagt wird, oder es unterstützen.`,
    callout: { note: 'Hinweis', tip: 'Tipp', important: 'Wichtig', warning: 'Achtung' },
    task: 'Aufgabe',
    relatedStories: 'Verwandte Beiträge',
  },
  ar: {
    language: 'ar',
    readArticle: (outlet) => `اقرأ المقال على ${outlet}`,
    firstPublishedBy: 'نُشر أولاً من قِبل',
    by: 'بقلم',
    notes: 'الهوامش',
    backToText: 'العودة إلى النص',
    download: 'تنزيل',
    noEndorsement: (origin) => `ننشر هذا النص للعلم فقط. ولا يعني نشره أننا نؤيد كل ما ورد فيه أو نتفق مع كل ما ${origin === '' ? 'يقوله ناشره الأول' : `تقوله الجهة الناشرة (${origin})`}.`,
    callout: { note: 'ملاحظة', tip: 'نصيحة', important: 'مهم', warning: 'تحذير' },
    task: 'مهمة',
    relatedStories: 'مواد ذات صلة',
  },
}

/** The words in a story's language, or in English where they are not translated. */
export function wordingFor(language: string | null): Wording {
  return wordings[language?.toLowerCase().split('-')[0] ?? 'en'] ?? english
}
