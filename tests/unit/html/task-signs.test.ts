import { expect, test } from 'vitest'
import { documentFromHtml } from '../../../src/shared/html/parse-html'
import { renderBody } from '../../../src/shared/html/render-body'
import type { DocumentNode } from '../../../src/shared/story/revision'

const task = (checked: boolean, text: string): DocumentNode => ({ type: 'taskItem', attrs: { checked }, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
const body: DocumentNode = { type: 'doc', content: [{ type: 'taskList', content: [task(true, 'Signed'), task(false, 'Paid')] }] }

test('where fields are taken out of a page, tasks have signs, and are read back as tasks', () => {
  const html = renderBody(body, { assetAddress: (hash) => hash, taskBoxes: 'signs' })
  expect(html).not.toContain('<input')
  expect(html).toContain('<li class="task done"><span class="task-box">☑</span> Signed</li>')
  expect(html).toContain('<li class="task"><span class="task-box">☐</span> Paid</li>')
  expect(documentFromHtml(html).body).toEqual(body)
})
