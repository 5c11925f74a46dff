/** A control word with its number, a control sign, a brace, or what stands between them (Rich Text Format Specification 1.9.1, ‘RTF Syntax’). */
const token = /\\([a-z]+)(-?\d+)? ?|\\[^a-z]|[{}]|[^\\{}]+/giy

/** Groups whose pictures are no pictures of the text: older copies of the same, bullets, what stands on each page. */
const beside = /^(nonshppict|listpicture|header[lrf]?|footer[lrf]?|background)$/

const formats: Readonly<Record<string, string>> = { pngblip: 'image/png', jpegblip: 'image/jpeg' }

interface Group {
  readonly beside: boolean
  picture: { type: string | null; readonly hex: string[] } | null
}

/**
 * The pictures of a text in RTF, in their order, as `data:` addresses; null stands for one in a format that no page shows (WMF, EMF). Word puts
 * this form on the clipboard beside its HTML, which only names files that a page may not read. Takes any text, in time that grows with its length.
 */
export function rtfPictures(rtf: string): (string | null)[] {
  const pictures: (string | null)[] = []
  const groups: Group[] = []
  token.lastIndex = 0
  for (let found = token.exec(rtf); found !== null; found = token.exec(rtf)) {
    const [text, word, number] = found
    const group = groups.at(-1)
    if (text === '{') groups.push({ beside: group?.beside ?? false, picture: null })
    else if (text === '}') pictures.push(...pictureOf(groups.pop()))
    else if (word === 'bin') token.lastIndex += Math.max(0, Number(number ?? 0))
    else if (group && word !== undefined) readWord(groups, group, word)
    else if (!text.startsWith('\\')) group?.picture?.hex.push(text)
  }
  return pictures
}

function readWord(groups: Group[], group: Group, word: string): void {
  if (beside.test(word)) groups[groups.length - 1] = { ...group, beside: true }
  else if (word === 'pict') group.picture = { type: null, hex: [] }
  else if (group.picture && formats[word] !== undefined) group.picture.type = formats[word]
}

function pictureOf(group: Group | undefined): (string | null)[] {
  if (!group?.picture || group.beside) return []
  const hex = group.picture.hex.join('').replace(/\s+/g, '')
  if (group.picture.type === null || !/^(?:[0-9a-f]{2})+$/i.test(hex)) return [null]
  return [`data:${group.picture.type};base64,${base64Of(hex)}`]
}

function base64Of(hex: string): string {
  const parts: string[] = []
  // A multiple of three bytes at a time, so that the parts can be joined.
  for (let at = 0; at < hex.length; at += 6144) parts.push(btoa(hex.slice(at, at + 6144).replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)))))
  return parts.join('')
}
