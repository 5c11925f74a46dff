import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrangePanes, paneLimits, type PaneWishes } from '../../../src/renderer/app/pane-layout'

const wishes: PaneWishes = { sidebarShown: true, sidebarWidth: 212, listWidth: 316, inspectorShown: true, inspectorWidth: 324 }

describe('The panes of the window', () => {
  test('have the widths that were asked for where there is room', () => {
    expect(arrangePanes(1440, wishes)).toEqual({ sidebar: 212, list: 316, inspector: 324, inspectorOver: false })
  })

  test('give way to the story: first the list, then the sidebar, then the inspector', () => {
    expect(arrangePanes(1250, wishes)).toMatchObject({ sidebar: 212, list: 274, inspector: 324 })
    expect(arrangePanes(1190, wishes)).toMatchObject({ sidebar: 190, list: paneLimits.list.min, inspector: 324 })
    expect(arrangePanes(1150, wishes)).toMatchObject({ sidebar: paneLimits.sidebar.min, list: paneLimits.list.min, inspector: 298 })
  })

  test('let the inspector lie over the story in a narrow window, where the others have their room again', () => {
    expect(arrangePanes(1024, wishes)).toEqual({ sidebar: 212, list: 316, inspector: 324, inspectorOver: true })
  })

  test('that are hidden take no room', () => {
    expect(arrangePanes(1024, { ...wishes, sidebarShown: false })).toMatchObject({ sidebar: 0, list: 260, inspector: 324, inspectorOver: false })
    expect(arrangePanes(1440, { ...wishes, inspectorShown: false })).toMatchObject({ inspector: 0, inspectorOver: false })
  })

  test('never leave their limits, whatever was remembered', () => {
    const width = fc.double({ min: -1e6, max: 1e6 })
    const anything = fc.record({ sidebarShown: fc.boolean(), sidebarWidth: width, listWidth: width, inspectorShown: fc.boolean(), inspectorWidth: width })
    fc.assert(
      fc.property(fc.integer({ min: 860, max: 6000 }), anything, (windowWidth, asked) => {
        const { sidebar, list, inspector, inspectorOver } = arrangePanes(windowWidth, asked)
        for (const [pane, given] of [['sidebar', sidebar], ['list', list], ['inspector', inspector]] as const) {
          if (given !== 0) expect(given).toSatisfy((value: number) => value >= paneLimits[pane].min && value <= paneLimits[pane].max)
        }
        expect(windowWidth - sidebar - list - (inspectorOver ? 0 : inspector)).toBeGreaterThanOrEqual(440)
        expect(inspector > 0).toBe(asked.inspectorShown)
      }),
    )
  })
})
