import './redline.css'
import './redline-blocks.css'
import { directionOf } from '@shared/reader/language'
import type { ChangeClass, Redline } from '@shared/redline/redline-shape'
import { layoutOf, type Shown } from '@shared/redline/layout'
import { useMemo, useRef, useState } from 'react'
import { Block, ChangedField } from './Block'
import { RedlineContext, useRedlineAround, type RedlineAround } from './redline-context'
import { Table } from './Table'
import { showEnd } from './walk-changes'

interface RedlineTextProps {
  readonly redline: Redline
  /** Whether what both revisions have is shown in full, or only how much of it there is. */
  readonly full: boolean
  /** Changes of other classes stay in the background; with none, all are shown alike. */
  readonly only?: ReadonlySet<ChangeClass>
}

/** The newer revision with what was inserted, deleted and moved since the older one. */
export function RedlineText({ redline, full, only }: RedlineTextProps) {
  const layout = useMemo(() => layoutOf(redline, full), [redline, full])
  const ref = useRef<HTMLDivElement>(null)
  const around = useMemo((): RedlineAround => {
    const jump: RedlineAround['jump'] = (part, to) => ref.current && showEnd(ref.current, part, to)
    return { changes: redline.changes, tables: redline.tables, targets: redline.targets, jump }
  }, [redline])
  const text = useMemo(
    () => (
      <>
        {redline.fields.map((field) => (
          <ChangedField key={field.id} field={field} />
        ))}
        {layout.map((shown) => (
          <OneShown key={shown.index} shown={shown} full={full} />
        ))}
      </>
    ),
    [redline, layout, full],
  )
  return (
    <RedlineContext value={around}>
      <div ref={ref} className="redline__text" dir={redline.language === null ? undefined : directionOf(redline.language)} lang={redline.language ?? undefined} data-only={only !== undefined && only.size > 0 ? [...only].join(' ') : undefined}>
        {text}
      </div>
    </RedlineContext>
  )
}

function OneShown({ shown, full }: { readonly shown: Shown; readonly full: boolean }) {
  switch (shown.kind) {
    case 'hidden':
      return <Hidden shown={shown} />
    case 'table':
      return <Table table={shown} full={full} />
    case 'block':
      return <Block block={shown.block} continues={shown.continues} />
  }
}

/** Blocks in which nothing changed, as a number that shows them when it is pressed. */
function Hidden({ shown: { blocks, index } }: { readonly shown: Extract<Shown, { kind: 'hidden' }> }) {
  const [open, setOpen] = useState(false)
  const { tables } = useRedlineAround()
  const words = blocks.length === 1 ? '1 block unchanged' : `${blocks.length} blocks unchanged`
  return (
    <>
      <button type="button" className="redline__hidden" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words}
      </button>
      {open && layoutOf({ blocks, tables }, true).map((shown) => <OneShown key={`${index} ${shown.index}`} shown={shown} full />)}
    </>
  )
}
