import type { AssetInfo } from '@shared/ipc'
import { ask } from '../../app/bridge'
import { complain } from '../../ui/notices'

/** Puts a file into the desk. When that fails, says why and answers null. */
export async function addFile(file: File): Promise<AssetInfo | null> {
  const bytes = await bytesOf(file)
  if (bytes === null) {
    complain({ message: `‘${file.name}’ could not be read.` })
    return null
  }
  const added = await ask('asset.add', { name: file.name, bytes })
  if (added.ok) return added.value
  const { message } = added.error
  complain({ message: message.includes(file.name) ? message : `‘${file.name}’ could not be added. ${message}` })
  return null
}

async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}

export const isPicture = ({ mime }: Pick<AssetInfo, 'mime'>): boolean => mime.startsWith('image/')
