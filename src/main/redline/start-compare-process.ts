import { utilityProcess } from 'electron'
import type { CompareChild } from './comparer'

/** @param program The built `redline/compare-process`. */
export function startCompareProcess(program: string): CompareChild {
  const child = utilityProcess.fork(program, [], { serviceName: 'copydesk redline' })
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (heard) => void child.on('message', heard),
    onExit: (ended) => void child.once('exit', ended),
    kill: () => void child.kill(),
  }
}
