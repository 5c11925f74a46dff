import type { Node } from '@tiptap/pm/model'
import { nameOfType } from '../redline/form-words'
import { excerpt } from '../story/excerpt'
import { plainText } from '../story/text'
import type { DocumentNode } from '../story/revision'
import type { SuggestedPart } from './open-suggestions'
import { splitSign } from './names'

/** A part of a suggestion for a person: a label, and words that come or go. */
export interface PartWords {
  readonly label: string
  readonly gone: string
  readonly come: string
}

const longest = 160

const marks: Readonly<Record<string, string>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underlined',
  strike: 'struck through',
  code: 'code',
  superscript: 'superscript',
  subscript: 'subscript',
  highlight: 'highlighted',
  language: 'language',
  link: 'link',
}

/** What a part of a suggestion does, in words: ‘Insert’, ‘Make bold’, ‘Split the paragraph’. */
export function describePart(part: SuggestedPart): PartWords {
  switch (part.does) {
    case 'insert':
      return { label: 'Insert', gone: '', come: short(part.words) }
    case 'delete':
      return { label: 'Delete', gone: short(part.words), come: '' }
    case 'restyle':
      return { label: restyleWords(part.mark, part.now), gone: '', come: short(part.words) }
    case 'insertBlock':
      return { label: `Insert ${withArticle(nameOfBlock(part.block.type.name))}`, gone: '', come: wordsOf(part.block) }
    case 'deleteBlock':
      return { label: `Delete the ${nameOfBlock(part.block.type.name)}`, gone: wordsOf(part.block), come: '' }
    case 'split':
      return { label: part.begins.type === 'hardBreak' ? 'Break the line' : `Begin ${withArticle(nameOfBlock(part.begins.type))} here`, gone: '', come: splitSign }
    case 'join':
      return { label: `Join this ${nameOfBlock(part.block.type.name)} to the one before`, gone: splitSign, come: '' }
    case 'turn':
      return { label: turnWords(part), gone: '', come: wordsOf(part.block) }
  }
}

function restyleWords(mark: string, now: Readonly<Record<string, unknown>> | null): string {
  const name = marks[mark] ?? mark
  if (mark === 'link') return now === null ? 'Remove the link' : `Link to ${short(String(now['href'] ?? ''))}`
  if (mark === 'language') return now === null ? 'Without a language of its own' : `Language: ${String(now['lang'] ?? '')}`
  return now === null ? `Make not ${name}` : `Make ${name}`
}

function turnWords({ block, turn }: Extract<SuggestedPart, { does: 'turn' }>): string {
  const from = block.type.name
  if (turn.type !== from) return `Turn the ${nameOfBlock(from)} into ${withArticle(nameWithLevel(turn.type, turn.attrs))}`
  if (from === 'heading') return `Make it ${withArticle(nameWithLevel('heading', turn.attrs))}`
  if (from === 'taskItem') return turn.attrs['checked'] === true ? 'Tick the task' : 'Untick the task'
  const said = Object.entries(turn.attrs).flatMap(([name, value]) => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [`${attributeNames[name] ?? name}: ${short(shownValue(value))}`] : []))
  return said.length === 0 ? `Change the ${nameOfBlock(from)}` : `Change the ${nameOfBlock(from)}. ${said.join(' · ')}`
}

const attributeNames: Readonly<Record<string, string>> = { alt: 'Alternative text', caption: 'Caption', credit: 'Credit', decorative: 'Decorative', source: 'Source', width: 'Width', align: 'Place', label: 'Label', address: 'Address', title: 'Title', attribution: 'Attribution', tone: 'Sort', language: 'Language', start: 'First number' }
const shownValue = (value: string | number | boolean): string => (value === true ? 'yes' : value === false ? 'no' : value === '' ? 'none' : String(value))

const levels: Readonly<Record<number, string>> = { 2: 'heading', 3: 'subheading', 4: 'minor heading' }
const nameWithLevel = (type: string, attrs: Readonly<Record<string, unknown>>): string => (type === 'heading' ? (levels[Number(attrs['level'])] ?? 'heading') : nameOfBlock(type))
const nameOfBlock = (type: string): string => (type === 'hardBreak' ? 'line break' : type === 'footnote' ? 'footnote' : nameOfType(type))
const withArticle = (name: string): string => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`

/** The words by which a block is known. */
function wordsOf(block: Node): string {
  const json: DocumentNode = block.toJSON()
  const named = ['label', 'title', 'headline', 'name', 'caption', 'alt'].map((name) => block.attrs[name]).find((value) => typeof value === 'string' && value !== '')
  return short(plainText({ type: 'doc', content: [json] }).trim() || (typeof named === 'string' ? named : ''))
}

const short = (words: string): string => (words.trim() === '' ? words : `${/^\s/.test(words) ? ' ' : ''}${excerpt(words, longest)}`)
