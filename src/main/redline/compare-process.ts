import { redline } from '../../shared/redline/redline'
import { ToCompare, type FromCompare } from './compare-contract'

const port = process.parentPort

port.on('message', (event: { data: unknown }) => {
  const { id, comparison } = ToCompare.parse(event.data)
  const tell = (answer: Omit<FromCompare, 'id'>): void => port.postMessage({ id, ...answer } satisfies FromCompare)
  try {
    const { before, after, known } = comparison
    tell({ redline: redline(before, after, known), failed: '' })
  } catch (error) {
    tell({ redline: null, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
