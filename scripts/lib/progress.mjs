// What a person sees while something takes long: what is being done, and for how long already.
// All of it goes to stderr: stdout belongs to the command that the person asked for.
const out = process.stderr
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

export const say = (line) => out.write(`${line}\n`)

/**
 * Shows `label` with the elapsed time while `work(report)` runs; `report(text)` adds a detail.
 * On a terminal one line is rewritten; elsewhere (CI) a line is added every ten seconds.
 */
export async function withProgress(label, work) {
  const start = Date.now()
  let detail = ''
  const line = () => `${label}${detail && ` · ${detail}`} · ${seconds(start)}`
  const redraw = () => out.write(out.isTTY ? `\r\x1b[2K${line()}` : `${line()}\n`)
  redraw()
  const timer = setInterval(redraw, out.isTTY ? 200 : 10_000)
  try {
    const result = await work((text) => (detail = text))
    if (result?.detail) detail = result.detail
    return result
  } finally {
    clearInterval(timer)
    redraw()
    if (out.isTTY) out.write('\n')
  }
}

/** The end of a program's output, without the addresses of servers, which help nobody here. */
export function excerpt(output, lines = 25) {
  const plain = output.replace(/\b(?:https?|git\+\w+):\/\/[^\s'")]+/g, '(address)')
  const hosts = plain.replace(/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED) \S+/g, '$1 (address)')
  return hosts.trimEnd().split('\n').slice(-lines).join('\n')
}
