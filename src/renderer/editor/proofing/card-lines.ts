import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { useApp } from '../../app/app-store'
import type { StorySession } from '../../story/story-session'
import type { Box } from '../find/box-of-words'
import type { BoxMark } from './draw-box-marks'
import { linesUnderBox, shownOf, type LinesUnderBox } from './lines-under-box'
import { keepOver } from './over-box'
import type { Proof } from './proof'
import { proofreaderOf } from './proofreader'

/** Words that belong to a block of the text, and where they are written. */
interface WordsOfBlock {
  readonly session: StorySession
  readonly editor: Editor
  readonly node: Node
  /** The attribute that holds them; undefined for what is no words, such as an address. */
  readonly name: string | undefined
  readonly value: string
  readonly box: RefObject<Box | null>
  readonly mirror: RefObject<HTMLElement | null>
}

/** Draws lines under what is wrong or avoided in the words of a block, such as a caption. */
export function useLinesUnderWords({ session, editor, node, name, value, box, mirror }: WordsOfBlock): void {
  const lines = useRef<LinesUnderBox | null>(null)
  const latest = useRef({ node, value })
  useLayoutEffect(() => {
    const had = latest.current.value
    latest.current = { node, value }
    if (value !== had) lines.current?.changed(value)
  }, [node, value])
  useEffect(() => {
    const [over, under] = [mirror.current, box.current]
    if (name === undefined || over === null || under === null) return
    const { state } = proofreaderOf(session, editor)
    let letGo = (): void => {}
    const made = linesUnderBox({
      mirror: over,
      box: () => under,
      text: latest.current.value,
      onLines(any) {
        letGo()
        letGo = any ? keepOver(over, under) : () => {}
      },
    })
    const judge = (): void => made.judged(marksOf(state.getState(), editor, latest.current.node, name, latest.current.value))
    const stops = [
      state.subscribe((proof, before) => (proof.mistakes !== before.mistakes || proof.notes !== before.notes) && judge()),
      useApp.subscribe(({ preferences }, before) => preferences?.styleMarks !== before.preferences?.styleMarks && judge()),
      made.end,
    ]
    lines.current = made
    judge()
    return () => {
      lines.current = null
      for (const stop of stops) stop()
    }
  }, [session, editor, name, box, mirror])
}

function marksOf(proof: Proof, editor: Editor, node: Node, name: string, text: string): readonly BoxMark[] {
  const found = byBlock(proof, editor).get(node)
  return found === undefined ? [] : found.flatMap((each) => (each.name === name && text.slice(each.mark.from, each.mark.to) === each.mark.words ? [each.mark] : []))
}

interface FoundInWords {
  readonly name: string
  readonly mark: BoxMark
}
type Blocks = ReadonlyMap<Node, readonly FoundInWords[]>
const indexed = new WeakMap<Proof, { readonly doc: Node; readonly styleMarks: boolean; readonly blocks: Blocks }>()

/** What was found in the words of blocks, block by block: a long story has many boxes, and each asks. */
function byBlock(proof: Proof, { state: { doc } }: Editor): Blocks {
  const styleMarks = useApp.getState().preferences?.styleMarks !== false
  const known = indexed.get(proof)
  if (known?.doc === doc && known.styleMarks === styleMarks) return known.blocks
  const blocks = new Map<Node, FoundInWords[]>()
  for (const { place, mark } of shownOf(proof)) {
    const node = place.in === 'block' && place.at < doc.content.size ? doc.nodeAt(place.at) : null
    if (place.in !== 'block' || node === null) continue
    blocks.set(node, [...(blocks.get(node) ?? []), { name: place.name, mark }])
  }
  indexed.set(proof, { doc, styleMarks, blocks })
  return blocks
}
