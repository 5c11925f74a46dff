/** What a person asked for: which panes are shown, and how wide. Widths in CSS pixels. */
export interface PaneWishes {
  readonly sidebarShown: boolean
  readonly sidebarWidth: number
  readonly listWidth: number
  readonly inspectorShown: boolean
  readonly inspectorWidth: number
  /** The outline stands beside the text, in the story's own place. */
  readonly outlineShown?: boolean
}

/** What the window has room for; 0 for a pane that is not shown. */
export interface PaneLayout {
  readonly sidebar: number
  readonly list: number
  readonly inspector: number
  /** The window is too narrow for the inspector beside the story: it may lie over it. */
  readonly inspectorOver: boolean
}

export const paneLimits = {
  sidebar: { min: 176, max: 320 },
  list: { min: 236, max: 520 },
  inspector: { min: 284, max: 560 },
} as const

/** Narrower than this, a story is no longer pleasant to write. */
const textMin = 440
const outlineWidth = 200

/**
 * The widths of the panes in a window. Wishes are kept inside their limits; where there is too little room for the story,
 * the list gives way first, then the sidebar, then the inspector, which in the end no longer stands beside the story.
 */
export function arrangePanes(windowWidth: number, wishes: PaneWishes): PaneLayout {
  const wanted = {
    sidebar: wishes.sidebarShown ? within(wishes.sidebarWidth, paneLimits.sidebar) : 0,
    list: within(wishes.listWidth, paneLimits.list),
    inspector: wishes.inspectorShown ? within(wishes.inspectorWidth, paneLimits.inspector) : 0,
    story: textMin + (wishes.outlineShown === true ? outlineWidth : 0),
  }
  const beside = giveWay(windowWidth, wanted)
  if (beside.missing <= 0 || wanted.inspector === 0) return { sidebar: beside.sidebar, list: beside.list, inspector: beside.inspector, inspectorOver: false }
  const without = giveWay(windowWidth, { ...wanted, inspector: 0 })
  return { sidebar: without.sidebar, list: without.list, inspector: Math.min(wanted.inspector, windowWidth), inspectorOver: true }
}

interface Widths {
  readonly sidebar: number
  readonly list: number
  readonly inspector: number
}

function giveWay(windowWidth: number, wanted: Widths & { readonly story: number }): Widths & { readonly missing: number } {
  let missing = wanted.sidebar + wanted.list + wanted.inspector + wanted.story - windowWidth
  const shrunk = (pane: keyof Widths): number => {
    const given = wanted[pane] === 0 ? 0 : Math.min(Math.max(missing, 0), wanted[pane] - paneLimits[pane].min)
    missing -= given
    return wanted[pane] - given
  }
  return { list: shrunk('list'), sidebar: shrunk('sidebar'), inspector: shrunk('inspector'), missing }
}

function within(width: number, { min, max }: { readonly min: number; readonly max: number }): number {
  return Math.min(Math.max(Number.isFinite(width) ? width : min, min), max)
}
