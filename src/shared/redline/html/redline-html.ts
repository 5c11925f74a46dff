import { escapeHtml } from '../../html/escape'
import { directionOf } from '../../reader/language'
import { changesText, countsByClass } from '../change-words'
import { layoutOf, type Shown } from '../layout'
import type { ShownCell } from '../layout-rows'
import type { LineLabel } from '../line-labels'
import { picturesOfField } from '../pictures'
import type { Redline } from '../redline-shape'
import { blockHtml, picturesHtml, valueHtml, type Page, type RedlineAddresses } from './block-html'

export type { RedlineAddresses } from './block-html'

/**
 * A redline as a part of a page (with `redlineStyle`), to be read without Copydesk: no script, nothing that is loaded from
 * elsewhere and no link that leads anywhere. Everything in it is escaped, so that it may hold what others wrote.
 * @param full Whether what both revisions have is shown, or only how much of it there is.
 */
export function redlineHtml(redline: Redline, addresses: RedlineAddresses, full: boolean): string {
  const page: Page = { changes: redline.changes, targets: redline.targets, ...addresses }
  const total = changesText(redline.total)
  const counts = countsByClass(redline.counts).map(({ text }) => `<li>${escapeHtml(text)}</li>`)
  const fields = redline.fields.map((field) => {
    const pictures = picturesOfField(field)
    return `<div class="block changed">${pictures === null ? '' : picturesHtml(pictures, page)}${valueHtml(field, page)}</div>\n`
  })
  const written = redline.language === null ? '' : ` lang="${escapeHtml(redline.language)}" dir="${directionOf(redline.language)}"`
  return `<section class="redline">
<p class="counts"><strong>${escapeHtml(total.charAt(0).toUpperCase() + total.slice(1))}</strong></p>
${counts.length === 0 ? '' : `<ul class="counts">${counts.join('')}</ul>\n`}<p class="legend"><ins>inserted</ins> <del>deleted</del> <ins class="moved">moved here</ins> <del class="moved">moved away</del> <span class="reformatted">looks different</span></p>
<div${written}>
${fields.join('')}${layoutOf(redline, full).map((shown) => shownHtml(shown, redline, page, 0)).join('')}</div>
</section>
`
}

function shownHtml(shown: Shown, redline: Redline, page: Page, level: number): string {
  switch (shown.kind) {
    case 'block':
      return blockHtml(shown.block, page, shown.continues)
    case 'hidden':
      return `<p class="unchanged">${shown.blocks.length === 1 ? '1 block unchanged' : `${shown.blocks.length} blocks unchanged`}</p>\n`
    case 'table':
      return tableHtml(shown, redline, page, level)
  }
}

function tableHtml({ caption, label, values, rows }: Extract<Shown, { kind: 'table' }>, redline: Redline, page: Page, level: number): string {
  const lines = rows.map(({ change, cells }) => {
    const isMoved = [change, label?.change].some((one) => one === 'movedFrom' || one === 'movedTo')
    return `<tr class="${change}">${cells.map((cell) => cellHtml(cell, isMoved, redline, page, level)).join('')}</tr>\n`
  })
  return `${label === null ? '' : labelHtml(label)}${values.map((value) => valueHtml(value, page)).join('')}<table>${caption === '' ? '' : `<caption dir="auto">${escapeHtml(caption)}</caption>`}<tbody>\n${lines.join('')}</tbody></table>\n`
}

const labelHtml = ({ text, change }: LineLabel): string => `<p class="label line ${change}">${escapeHtml(text)}</p>`

/** @param saysSo Whether its row or its table says that its blocks were moved. */
function cellHtml({ header, rows, columns, change, labels, blocks }: ShownCell, saysSo: boolean, redline: Redline, page: Page, level: number): string {
  const tag = header ? 'th' : 'td'
  const isMoved = saysSo || change === 'movedFrom' || change === 'movedTo'
  const inside = layoutOf({ blocks, tables: redline.tables }, true, level + 1).map((shown) => (shown.kind === 'block' ? blockHtml(shown.block, page, isMoved) : shownHtml(shown, redline, page, level + 1)))
  return `<${tag} class="${change}"${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}>${labels.map(labelHtml).join('')}${inside.join('')}</${tag}>`
}
