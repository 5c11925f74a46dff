import { utilityProcess } from 'electron'
import type { LanguageChild } from './language-service'

/** @param program The built `language/language-process`. */
export function startLanguageProcess(program: string): LanguageChild {
  const child = utilityProcess.fork(program, [], { serviceName: 'copydesk language' })
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (heard) => void child.on('message', heard),
    onExit: (ended) => void child.once('exit', ended),
    kill: () => void child.kill(),
  }
}
