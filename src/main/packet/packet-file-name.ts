import filenamify from 'filenamify'

/** The name of a packet's file, made of words that people know it by: one that every system takes. */
export function packetFileName(words: string): string {
  const name = filenamify(words.replace(/\s+/g, ' ').trim(), { replacement: '-', maxLength: 80 }).trim()
  return `${name === '' ? 'Story' : name}.copydesk`
}
