import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { assetLimit } from '../store/assets'

/** A file that an imported page refers to, or in words why it was not read. */
export type PageFile = { readonly ok: true; readonly name: string; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string }

const refused = (reason: string): PageFile => ({ ok: false, reason })

/**
 * Reads what a page refers to, only from inside the folder that the page is in: not from the network, not through `..`, an
 * absolute path, a device, or a symbolic link that leads out.
 */
export async function readPageFile(page: string, address: string): Promise<PageFile> {
  if (/^data:/i.test(address)) return inlined(address)
  if (/^(https?:)?\/\//i.test(address)) return refused('it is on the web, and an import fetches nothing from there')
  if (/^[a-z][a-z0-9+.-]+:/i.test(address)) return refused('its address is not that of a file beside the page')
  const relative = pathOf(address)
  if (relative === null) return refused('its address can’t be read')
  if (path.isAbsolute(relative) || path.win32.isAbsolute(relative)) return refused('it is not in the folder of the page')
  return readInside(path.dirname(page), relative)
}

/** The path that an address of a saved page names. */
function pathOf(address: string): string | null {
  try {
    const decoded = decodeURIComponent(address.replace(/[?#].*$/s, '')).replaceAll('\\', '/')
    return decoded === '' || decoded.includes('\0') ? null : decoded
  } catch {
    return null
  }
}

async function readInside(folder: string, relative: string): Promise<PageFile> {
  const wanted = path.resolve(folder, relative)
  if (!isInside(path.resolve(folder), wanted)) return refused('it is not in the folder of the page')
  const [base, real] = await Promise.all([realpath(folder), realpath(wanted).catch(() => null)])
  if (real === null) return refused('it is missing from the folder of the page')
  if (!isInside(base, real)) return refused('it is not in the folder of the page')
  const about = await stat(real)
  if (!about.isFile()) return refused('it is not a file')
  if (about.size > assetLimit) return refused(`it has more than ${assetLimit / 1024 / 1024} MB`)
  return { ok: true, name: path.basename(wanted), bytes: await readFile(real) }
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  return relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}

/** A picture that the page carries in itself (RFC 2397). */
function inlined(address: string): PageFile {
  const [, media, base64] = /^data:([\w/+.-]*)(?:;[\w=-]+)*;base64,([\w+/=\s%]*)$/i.exec(address) ?? []
  if (base64 === undefined) return refused('its address can’t be read')
  return { ok: true, name: `inlined.${media?.split('/')[1] ?? 'bin'}`, bytes: Buffer.from(base64.replaceAll('%2B', '+').replaceAll('%2F', '/').replaceAll('%3D', '='), 'base64') }
}
