import { existsSync } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { manifestName } from '../export/manifest'
import { assetLimit } from '../store/assets'

/** A file that an imported page refers to, or in words why it was not read. */
export type PageFile = { readonly ok: true; readonly name: string; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string }

const refused = (reason: string): PageFile => ({ ok: false, reason })

/** Where the files of a page may be. */
export interface PageFolder {
  /** The folder that the page is in. */
  readonly own: string
  /** For a page that Copydesk exported: the site's folder, which addresses that start with '/' are in. */
  readonly site: string | null
}

/** The folders of a page: its own and, when one above it has the manifest of an export, that one. */
export function folderOfPage(page: string): PageFolder {
  const own = path.dirname(path.resolve(page))
  const above = [own]
  for (let folder = path.dirname(own); folder !== above.at(-1) && above.length < 6; folder = path.dirname(folder)) above.push(folder)
  return { own, site: above.find((folder) => existsSync(path.join(folder, manifestName))) ?? null }
}

/**
 * Reads what a page refers to, only from inside its folders: not from the network, not through `..`, an absolute path of
 * the system, a device, or a symbolic link that leads out.
 */
export async function readPageFile({ own, site }: PageFolder, address: string): Promise<PageFile> {
  if (/^data:/i.test(address)) return inlined(address)
  if (/^(https?:)?\/\//i.test(address)) return refused('it is on the web, and an import fetches nothing from there')
  if (/^[a-z][a-z0-9+.-]+:/i.test(address)) return refused('its address is not that of a file beside the page')
  const relative = pathOf(address)
  if (relative === null) return refused('its address can’t be read')
  if (site !== null && /^\/[^/]/.test(relative)) return readFromSite(site, relative.slice(1))
  if (path.isAbsolute(relative) || path.win32.isAbsolute(relative)) return refused('it is not in the folder of the page')
  return readInside(own, relative)
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

/** Site generators serve some folders as if what is in them were at the top. */
const servedFolders = ['.', 'public', 'static']

async function readFromSite(site: string, relative: string): Promise<PageFile> {
  const folder = servedFolders.find((name) => existsSync(path.join(site, name, relative)))
  return readInside(site, path.join(folder ?? '.', relative))
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
