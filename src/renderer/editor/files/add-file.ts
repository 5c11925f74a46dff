import type { AssetInfo } from '@shared/ipc'
import { complain } from '../../ui/notices'
import { addToDesk, forgetOutcome } from './file-queue'

/** Puts a file into the desk. When that fails, says why and answers null. */
export async function addFile(file: File): Promise<AssetInfo | null> {
  const [outcome] = await Promise.all(addToDesk([file]))
  forgetOutcome()
  if (outcome?.kind === 'failed') complain({ message: outcome.failure.message })
  return outcome?.kind === 'added' ? outcome.asset : null
}

export const isPicture = ({ mime }: Pick<AssetInfo, 'mime'>): boolean => mime.startsWith('image/')
