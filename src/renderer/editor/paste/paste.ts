import { Extension, type Editor } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { StorySession } from '../../story/story-session'
import { inform } from '../../ui/notices'
import { addFile, isPicture } from '../files/add-file'
import { holdPlace } from '../files/held-places'
import { insertFiles } from '../files/insert-files'
import { offerFormatting } from './markdown-offer'
import { rtfPictures } from './rtf-pictures'
import { cleanPastedHtml, figure, type CleanPaste, type EmbeddedPicture } from './clean-html'

/** Pasting and dropping: HTML is cleaned first, pictures and files go into the desk. */
export const paste = (session: StorySession): Extension =>
  Extension.create({
    name: 'cleanPaste',
    addProseMirrorPlugins() {
      const { editor } = this
      return [
        new Plugin({
          props: {
            transformPastedHTML: (html) => cleaned(html).html,
            handleDOMEvents: {
              paste(view, event) {
                session.startStep()
                return takePaste(editor, view, event)
              },
            },
            handlePaste: (view, event, slice) => offerFormatting(view, event, slice),
            handleDrop(view, event) {
              session.startStep()
              const files = [...(event.dataTransfer?.files ?? [])]
              if (files.length === 0) return false
              const position = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
              void insertFiles(editor, files, position)
              return true
            },
          },
        }),
      ]
    },
  })

/** Takes what needs the desk: files, and HTML that carries pictures. Answers whether it did. */
function takePaste(editor: Editor, view: EditorView, event: ClipboardEvent): boolean {
  const data = event.clipboardData
  if (data === null) return false
  const html = data.getData('text/html')
  const files = [...data.files]
  if (files.length > 0 && isOnlyPicture(html, data.getData('text/plain'))) {
    event.preventDefault()
    void insertFiles(editor, files)
    return true
  }
  const beside = picturesBeside(html, data)
  if (beside.length === 0 && !/<img[^>]+src\s*=\s*["']?data:/i.test(html)) return false
  event.preventDefault()
  void pasteWithPictures(view, cleanPastedHtml(html, beside))
  return true
}

/** Word names files in its HTML that no page may read; the same pictures are in the RTF beside it. */
function picturesBeside(html: string, data: DataTransfer): (string | null)[] {
  return /\ssrc\s*=\s*["']?file:/i.test(html) ? rtfPictures(data.getData('text/rtf')) : []
}

/** A copied picture comes as a file with an `<img>` beside it; copied words come with a picture of them as a file. */
function isOnlyPicture(html: string, plain: string): boolean {
  if (plain.trim() !== '') return false
  if (html === '') return true
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return (body.textContent ?? '').trim() === ''
}

function cleaned(html: string): CleanPaste {
  const clean = cleanPastedHtml(html)
  tellLeftOut(clean.leftOut)
  return clean
}

function tellLeftOut(count: number): void {
  if (count > 0) inform(count === 1 ? 'One picture was left out: only its address was copied. Save it as a file and add that.' : `${count} pictures were left out: only their addresses were copied. Save them as files and add those.`)
}

async function pasteWithPictures(view: EditorView, clean: CleanPaste): Promise<void> {
  const place = holdPlace(view, view.state.selection.from)
  tellLeftOut(clean.leftOut)
  const page = new DOMParser().parseFromString(clean.html, 'text/html')
  let done = 0
  for (const [index, picture] of clean.pictures.entries()) {
    place.say(`Adding picture ${done + 1} of ${clean.pictures.length} …`)
    const image = page.querySelector(`img[data-picture="${index}"]`)
    const added = await addFile(fileOf(picture, index))
    if (added && isPicture(added) && image) image.replaceWith(figure(image, { asset: added.hash, alt: picture.alt, caption: captionOf(image) }))
    else image?.remove()
    done += 1
  }
  place.select()
  place.release()
  view.pasteHTML(page.body.innerHTML)
  view.focus()
}

/** The caption of the figure that a picture came in; it is taken out of the text. */
function captionOf(image: Element): string {
  const caption = image.closest('figure')?.querySelector('figcaption')
  const words = (caption?.textContent ?? '').trim()
  caption?.remove()
  return words
}

function fileOf({ address, alt }: EmbeddedPicture, index: number): File {
  const comma = address.indexOf(',')
  const binary = atob(address.slice(comma + 1).replace(/[^A-Za-z0-9+/=]/g, ''))
  const type = /^data:(image\/\w+)/i.exec(address)?.[1] ?? 'image/png'
  const ending = type.split('/')[1]?.replace('jpeg', 'jpg') ?? 'png'
  const name = alt.replace(/[^\p{L}\p{N} -]/gu, '').trim().slice(0, 40)
  return new File([Uint8Array.from(binary, (letter) => letter.charCodeAt(0))], `${name === '' ? `picture-${index + 1}` : name}.${ending}`, { type })
}
