import { utilityProcess } from 'electron'
import type { PictureChild } from './picture-worker'

/** @param program The built `assets/picture-process`. */
export function startPictureProcess(program: string): PictureChild {
  const child = utilityProcess.fork(program, [], { serviceName: 'copydesk pictures' })
  return {
    post: (task) => child.postMessage(task),
    onMessage: (heard) => void child.on('message', heard),
    onExit: (heard) => void child.once('exit', heard),
    kill: () => void child.kill(),
  }
}
