import { createLucideIcon } from 'lucide-react'

/** Lucide has no icons for taking a row or a column out. */
export const RemoveRow = createLucideIcon('RemoveRow', [
  ['rect', { width: 18, height: 6, x: 3, y: 9, rx: 1, key: 'row' }],
  ['path', { d: 'M4 4h16M4 20h16', strokeDasharray: '2 3', key: 'others' }],
  ['path', { d: 'm10.5 10.5 3 3m0-3-3 3', key: 'cross' }],
])
export const RemoveColumn = createLucideIcon('RemoveColumn', [
  ['rect', { width: 6, height: 18, x: 9, y: 3, rx: 1, key: 'column' }],
  ['path', { d: 'M4 4v16M20 4v16', strokeDasharray: '2 3', key: 'others' }],
  ['path', { d: 'm10.5 10.5 3 3m0-3-3 3', key: 'cross' }],
])
