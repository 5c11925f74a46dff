import { expect, type Page } from '@playwright/test'
import type { DeskInfo } from '../../src/shared/ipc.ts'
import type { Role } from '../../src/shared/workflow/member.ts'

interface Bridge {
  call(name: string, input: unknown): Promise<{ readonly ok: boolean; readonly value: DeskInfo }>
}

/** Puts one more member on the open desk, with a key on this computer. */
export async function addMember(page: Page, name: string, roles: readonly Role[]): Promise<void> {
  const added = await page.evaluate(
    async ([member, theirs]) => {
      const bridge: Bridge = Reflect.get(globalThis, 'copydesk')
      return (await bridge.call('member.add', { name: member, roles: theirs })).ok
    },
    [name, roles] as const,
  )
  expect(added, `${name} was added`).toBe(true)
}

/** Hands the window over to another member, by the switch at the foot of the sidebar. */
export async function actAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Acting as / }).click()
  await page.getByRole('menuitemcheckbox', { name }).click()
  await expect(page.getByRole('button', { name: new RegExp(`^Acting as ${name},`) })).toBeVisible()
}
