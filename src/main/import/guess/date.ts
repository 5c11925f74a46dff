const months: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'janv', 'enero', 'janeiro', 'januar', 'gennaio', 'يناير', 'كانون الثاني'],
  ['february', 'feb', 'février', 'fevrier', 'févr', 'febrero', 'fevereiro', 'februar', 'febbraio', 'فبراير', 'شباط'],
  ['march', 'mar', 'mars', 'marzo', 'março', 'marco', 'märz', 'مارس', 'آذار'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'aprile', 'أبريل', 'نيسان'],
  ['may', 'mai', 'mayo', 'maio', 'maggio', 'مايو', 'أيار'],
  ['june', 'jun', 'juin', 'junio', 'junho', 'juni', 'giugno', 'يونيو', 'حزيران'],
  ['july', 'jul', 'juillet', 'juil', 'julio', 'julho', 'juli', 'luglio', 'يوليو', 'تموز'],
  ['august', 'aug', 'août', 'aout', 'agosto', 'أغسطس', 'آب'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre', 'setembro', 'settembre', 'سبتمبر', 'أيلول'],
  ['october', 'oct', 'octobre', 'octubre', 'outubro', 'oktober', 'okt', 'ottobre', 'أكتوبر', 'تشرين الأول'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro', 'نوفمبر', 'تشرين الثاني'],
  ['december', 'dec', 'décembre', 'decembre', 'déc', 'diciembre', 'dezembro', 'dezember', 'dez', 'dicembre', 'ديسمبر', 'كانون الأول'],
]
const numbers = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))

/**
 * The day that a text names, as YYYY-MM-DD: ISO 8601, or a day, a month's name and a year in some languages of the world's
 * newsrooms. Dates of numbers alone, which mean different days in different countries, are not guessed.
 */
export function readDate(text: string): string | null {
  const western = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
  const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(western)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const plain = western.toLowerCase()
  const dayFirst = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?(\p{L}[\p{L}\p{M}]*(?: (?:الثاني|الأول))?)\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)/u.exec(plain)
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1])
  const monthFirst = /(\p{L}[\p{L}\p{M}]*)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u.exec(plain)
  return monthFirst ? named(monthFirst[3], monthFirst[1], monthFirst[2]) : null
}

function named(year = '', month = '', day = ''): string | null {
  const number = numbers.get(month)
  return number === undefined ? null : dayOf(Number(year), number, Number(day))
}

/** Null for a day that no calendar has. */
function dayOf(year: number, month: number, day: number): string | null {
  const moment = new Date(Date.UTC(year, month - 1, day))
  return moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day ? moment.toISOString().slice(0, 10) : null
}
