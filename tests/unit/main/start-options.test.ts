import path from 'node:path'
import { expect, test } from 'vitest'
import { startOptions } from '../../../src/main/start-options'

const packets = (...args: string[]): readonly string[] => startOptions(args, '/home/amina/Post').packets

test('a double-clicked packet is found by its path, by its address, or beside where the app was started', () => {
  expect(packets('/usr/bin/copydesk', '--no-sandbox', '/mnt/stick/Night ferries.copydesk')).toEqual(['/mnt/stick/Night ferries.copydesk'])
  expect(packets('file:///mnt/stick/Night%20ferries%20%E2%80%93%20answer.copydesk')).toEqual(['/mnt/stick/Night ferries – answer.copydesk'])
  expect(packets('ferries.COPYDESK')).toEqual([path.resolve('/home/amina/Post/ferries.COPYDESK')])
})

test('several at once each have their turn, one that is named twice once', () => {
  expect(packets('/a.copydesk', 'file:///b.copydesk', '/a.copydesk', 'file:///a.copydesk')).toEqual(['/a.copydesk', '/b.copydesk'])
})

test('nothing else is taken for a packet: another file, an option, an address elsewhere, or one that is none', () => {
  expect(packets('/letter.docx', '--desk=/x.copydesk', 'https://example.org/x.copydesk?file=.copydesk/', 'file://elsewhere/share/x.copydesk', 'file:///a%2fb.copydesk', 'file:///letter.docx')).toEqual([])
  expect(startOptions(['--desk=/x.copydesk', '--sample'], '/')).toEqual({ desk: '/x.copydesk', sample: true, packets: [] })
})
