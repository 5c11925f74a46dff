import path from 'node:path'
import { onTestFinished } from 'vitest'
import { openKeyring, type Keyring } from '../../../src/main/desk/keyring'
import { openSession, type DeskSession } from '../../../src/main/session/desk-session'
import type { StoryId } from '../../../src/shared/story/ids'
import { deskOfTwo, temporaryFolder, type TestDesk } from '../desk/people'

export interface Sitting extends TestDesk {
  readonly session: DeskSession
  readonly keyring: Keyring
  /** The stories that the window was told of, in the order in which it was. */
  readonly told: StoryId[]
}

/** Amina at her desk; Tomás may work on the same computer. */
export function sitting(made: TestDesk = deskOfTwo()): Sitting {
  const refuse = (): never => {
    throw new Error('There is no keychain')
  }
  const keyring = openKeyring(path.join(temporaryFolder(), 'keyring.json'), { available: false, seal: refuse, open: refuse })
  for (const { member, privateKey } of [made.amina, made.tomas]) keyring.add(member.id, privateKey)
  const told: StoryId[] = []
  const session = openSession(made.desk, keyring, made.amina.member.id, { storiesChanged: (ids) => void told.push(...ids), storyUpdated: () => undefined })
  onTestFinished(() => session.close())
  return { ...made, session, keyring, told }
}
