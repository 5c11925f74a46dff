import filenamify from 'filenamify'

/** The name of a packet's file, made of words that people know it by: one that every system takes. */
export function packetFileName(words: string): string {
  const said = words.replace(/\s+/g, ' ').trim()
  return `${said === '' ? 'Story' : filenamify(said, { replacement: '-', maxLength: 80 }).trim()}.copydesk`
}
