import { protocol } from 'electron'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { AssetHash } from '../../shared/story/ids'
import { appScheme, assetScheme, previewScheme } from './addresses'
import { contentSecurityPolicy } from './security'

/** Must run before the app is ready. */
export function declareSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: assetScheme, privileges: { standard: true, secure: true, supportFetchAPI: false, stream: true } },
    { scheme: previewScheme, privileges: { standard: true, secure: true } },
  ])
}

export interface ContentSources {
  /** Folder of the built window. */
  readonly rendererFolder: string
  /** An asset's bytes and sniffed type, or undefined when no open desk has it. */
  asset(hash: AssetHash): Promise<{ bytes: Uint8Array; mime: string } | undefined>
  /** A smaller picture of an asset, at least as wide as asked where there is one; undefined when it has not been made, or can't be. */
  thumbnail(hash: AssetHash, size: number): Promise<{ bytes: Uint8Array; mime: string } | undefined>
  /** A whole page for a preview address, or undefined. */
  preview(address: URL): Promise<string | undefined>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Serves the window, the open desk's pictures and the previews; nothing outside these three can be addressed. */
export function serveContent(sources: ContentSources): void {
  protocol.handle(appScheme, (request) => appFile(sources.rendererFolder, new URL(request.url)))
  protocol.handle(assetScheme, (request) => assetFile(sources, new URL(request.url)))
  protocol.handle(previewScheme, (request) => previewPage(sources, new URL(request.url)))
}

async function appFile(folder: string, address: URL): Promise<Response> {
  const file = path.join(folder, path.posix.normalize(decodeURIComponent(address.pathname)))
  if (!file.startsWith(folder + path.sep)) return notFound()
  try {
    return answer(await readFile(file), types[path.extname(file)] ?? 'application/octet-stream', contentSecurityPolicy)
  } catch {
    return notFound()
  }
}

/** `copydesk-asset://asset/<hash>` is the picture itself, `?size=400` one of the smaller ones that were made of it. */
async function assetFile(sources: ContentSources, address: URL): Promise<Response> {
  const hash = AssetHash.safeParse(address.pathname.slice(1))
  const size = Size.safeParse(address.searchParams.get('size') ?? undefined)
  if (!hash.success || !size.success) return notFound()
  const asset = size.data === undefined ? await sources.asset(hash.data) : await sources.thumbnail(hash.data, size.data)
  // Only pictures are shown in a page; any other file is saved to disk by the user, never opened here.
  if (asset === undefined || !asset.mime.startsWith('image/')) return notFound()
  return answer(asset.bytes, asset.mime, "default-src 'none'; sandbox", 'private, max-age=31536000, immutable')
}

/** A width for which smaller pictures are made. */
const Size = z.enum(['400', '800', '1600']).transform(Number).optional()

async function previewPage(sources: ContentSources, address: URL): Promise<Response> {
  const page = await sources.preview(address)
  const policy = "default-src 'none'; img-src copydesk-asset: data:; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; sandbox"
  return page === undefined ? notFound() : answer(page, 'text/html; charset=utf-8', policy)
}

function answer(body: string | Uint8Array, type: string, policy: string, cache = 'no-store'): Response {
  const content = typeof body === 'string' ? body : new Uint8Array(body)
  return new Response(content, {
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': cache,
    },
  })
}

const notFound = (): Response => new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } })
