import { expect, test } from 'vitest'
import { version } from '../../../package.json'
import { deskOfTwo, temporaryFolder } from '../desk/people'
import { copydesk } from './terminal'

test('without a command the help is shown, as an error', async () => {
  const { code, out, err } = await copydesk('/', [])
  expect(code).toBe(2)
  expect(out).toBe('')
  for (const name of ['export', 'publish', 'import', 'packet', 'verify']) expect(err).toContain(`  ${name}`)
})

test('help and version are results', async () => {
  expect(await copydesk('/', ['--help'])).toMatchObject({ code: 0, err: '' })
  expect(await copydesk('/', ['--version'])).toEqual({ code: 0, out: version, err: '' })
})

test.each(['export', 'publish', 'import', 'packet', 'verify'])('‘%s --help’ says how it is used and what its exit codes mean', async (name) => {
  const { code, out } = await copydesk('/', [name, '--help'])
  expect(code).toBe(0)
  expect(out).toMatch(new RegExp(`^copydesk ${name} `))
  expect(out).toContain('--desk FOLDER')
  expect(out).toContain('Exit code: 0')
})

test('an unknown command is named, with those there are', async () => {
  expect(await copydesk('/', ['exprot'])).toEqual({ code: 2, out: '', err: 'There is no command ‘exprot’. Commands: export, publish, import, packet, verify.' })
})

test.each([
  [['verify', '--rebiuld'], /--rebiuld/],
  [['verify', 'page.md', '--rebuild'], /--story and --rebuild are for a desk/],
  [['verify', '--story', 'no-id'], /‘no-id’ is not the id of a story/],
  [['verify', '--rebuild', '--story', '3a0b5f86-58c4-4c5c-9f5d-4d39dbd1a7f1'], /--rebuild is for the whole desk/],
  [['export', '--to', 'site'], /--preset is missing/],
  [['export', '--preset', 'hugo'], /--to is missing/],
  [['export', '--preset', 'wordpress', '--to', 'site'], /There is no preset ‘wordpress’. Choose one of hugo, jekyll, eleventy, astro/],
  [['export', '--preset', 'hugo', '--to', 'site', '--story', 'nothing'], /No story of this desk has the id or slug ‘nothing’/],
  [['publish'], /--target is missing/],
  [['publish', '--target', 'Website'], /This desk has no targets/],
  [['publish', '--target', 'Website', '--wait', 'long'], /‘long’ is not a number of seconds/],
  [['import', 'page.html'], /--as is missing/],
  [['import', '--as', 'Amina Okafor'], /Name a file to import/],
] as const)('%j is not understood, and the reason is said', async (args, words) => {
  const { folder, desk } = deskOfTwo()
  desk.close()
  const { code, out, err } = await copydesk(folder, args)
  expect(err).toMatch(words)
  expect(err).toContain(`copydesk ${args[0]} --help`)
  expect({ code, out }).toEqual({ code: 2, out: '' })
})

test.each([['verify'], ['export', '--preset', 'hugo', '--to', 'site'], ['publish', '--target', 'Website']])('%s in a folder without a desk says which folder', async (...args) => {
  const folder = temporaryFolder()
  const { code, err } = await copydesk(folder, args)
  expect(code).toBe(1)
  expect(err).toBe(`There is no desk in this folder: ‘desk.sqlite’ is missing. (${folder})`)
})

test('a desk that is open in a window is not written to from a shell', async () => {
  const { folder } = deskOfTwo()
  for (const args of [['export', '--preset', 'hugo', '--to', 'site'], ['publish', '--target', 'x'], ['verify', '--rebuild']]) {
    const { code, err } = await copydesk(folder, args)
    expect(err).toMatch(/^This desk is open in another Copydesk \(on .+\)\. Close it there first\./)
    expect(code).toBe(1)
  }
})
