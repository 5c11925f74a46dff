import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { approve, deskOfTwo, temporaryFolder, writeStory } from '../desk/people'
import { bundle } from '../program'

let program: string
beforeAll(async () => void (program = await bundle(path.resolve(import.meta.dirname, '../../../src/main/cli/index.ts'))))

/** Runs the whole program as a shell does. */
function run(directory: string, args: readonly string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: directory, encoding: 'utf8', timeout: 30_000 })
  return { code: status, out: stdout, err: stderr }
}

test('the program answers on its standard output, and ends with the command’s exit code', () => {
  const made = deskOfTwo()
  approve(made, writeStory(made))
  made.desk.close()

  expect(run(made.folder, ['verify'])).toMatchObject({ code: 0, out: expect.stringMatching(/All is well\.\n$/) })
  expect(run(made.folder, ['export', '--preset', 'hugo', '--to', path.join(temporaryFolder(), 'site')])).toMatchObject({ code: 0, out: expect.stringContaining('1 story in') })
  expect(run(made.folder, ['nonsense'])).toEqual({ code: 2, out: '', err: 'There is no command ‘nonsense’. Commands: export, publish, import, packet, verify.\n' })
  expect(run(temporaryFolder(), ['verify'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('There is no desk in this folder') })
})
