/**
 * Numbers in words, of the languages that most desks write in. One, which is an article, too, in most of them, is left out, and
 * so is what means something else as often as not.
 */
const byLanguage: Readonly<Record<string, string>> = {
  en: 'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions dozen dozens half third quarter twice',
  es: 'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento cientos mil miles millón millones docena mitad tercio',
  fr: 'deux trois quatre cinq six sept huit dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent cents mille million millions milliard milliards douzaine moitié tiers quart',
  pt: 'dois duas três quatro cinco seis sete oito nove dez onze doze treze catorze quatorze quinze dezesseis dezasseis dezessete dezassete dezoito dezenove dezanove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento centenas mil milhar milhares milhão milhões dúzia metade',
  de: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert hunderte tausend tausende million millionen milliarde milliarden dutzend hälfte drittel viertel',
  ar: 'اثنان اثنين اثنتان ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع سبعة ثمان ثماني ثمانية تسع تسعة عشر عشرة عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة مائة مئات ألف آلاف مليون ملايين مليار نصف ثلث ربع',
}

interface NumberWords {
  readonly numbers: ReadonlySet<string>
  /** Months and days of the week: as much a matter of fact as the day beside them. */
  readonly dates: ReadonlySet<string>
}
const known = new Map<string, NumberWords>()

/** Whether a word of a language (BCP 47) is a number, a month or a day of the week. */
export function isNumberWord(word: string, language: string): boolean {
  const [tag = ''] = language.toLowerCase().split('-')
  const words = known.get(tag) ?? { numbers: new Set(byLanguage[tag]?.split(' ')), dates: dateWords(tag) }
  known.set(tag, words)
  // A month as it is written: ‘may’ is another word than ‘May’.
  return words.numbers.has(word.toLowerCase()) || words.dates.has(word)
}

function dateWords(language: string): Set<string> {
  try {
    const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', calendar: 'gregory', ...options })
    const [month, day] = [format({ month: 'long' }), format({ weekday: 'long' })]
    return new Set([...Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(2024, index, 1))), ...Array.from({ length: 7 }, (_, index) => day.format(Date.UTC(2024, 0, index + 1)))])
  } catch {
    return new Set()
  }
}
