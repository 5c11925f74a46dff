import { numberOfAttribute } from '../../document/attributes'
import type { DocumentNode } from '../../story/revision'
import { escapeHtml } from '../escape'
import { addedWords, type Page } from './page'

const lists = new Set(['bulletList', 'orderedList', 'taskList'])

export function bulletList(node: DocumentNode, page: Page): string {
  return `<ul>\n${items(node, page)}</ul>\n`
}

export function orderedList(node: DocumentNode, page: Page): string {
  const start = numberOfAttribute(node, 'start', 1, 0)
  return `<ol${start === 1 ? '' : ` start="${start}"`}>\n${items(node, page)}</ol>\n`
}

const items = (node: DocumentNode, page: Page): string => (node.content ?? []).map((item) => listItem(item, page)).join('')

/** An item of one paragraph, with or without lists under it, needs no paragraph of its own. */
function listItem(item: DocumentNode, page: Page): string {
  const [first, ...rest] = item.content ?? []
  const isPlain = first?.type === 'paragraph' && rest.every(({ type }) => lists.has(type))
  const content = isPlain ? page.inline(first.content ?? []) + (rest.length > 0 ? `\n${page.blocks(rest)}` : '') : `\n${page.blocks(item.content ?? [])}`
  return `<li>${content}</li>\n`
}

/** Tasks as boxes that say whether they are done; readers don't tick them. */
export function taskList(node: DocumentNode, page: Page): string {
  // Without bullets some screen readers take a list for none, unless it says that it is one.
  return `<ul class="task-list" role="list">\n${(node.content ?? []).map((item) => taskItem(item, page)).join('')}</ul>\n`
}

function taskItem(item: DocumentNode, page: Page): string {
  const [first, ...rest] = item.content ?? []
  const isDone = item.attrs?.['checked'] === true
  const words = page.inline(first?.content ?? [])
  if (page.options.taskBoxes === 'signs') return `<li class="task${isDone ? ' done' : ''}"><span class="task-box">${isDone ? '☑' : '☐'}</span> ${words}${rest.length > 0 ? `\n${page.blocks(rest)}` : ''}</li>\n`
  const name = words === '' ? ` aria-label="${escapeHtml(addedWords(page.options).wording.task)}"` : ''
  const box = `<input type="checkbox" disabled${isDone ? ' checked' : ''}${name}>`
  return `<li class="task${isDone ? ' done' : ''}"><label>${box} ${words}</label>${rest.length > 0 ? `\n${page.blocks(rest)}` : ''}</li>\n`
}
