import { z } from 'zod'
import type { WordPressSite } from '../../drive/wordpress'

/** What somebody who works on the site itself sees and does, without Copydesk. */
export interface SiteAdmin {
  get(path: string, query?: Record<string, string>): Promise<unknown>
  post(path: string, fields: Record<string, unknown>): Promise<unknown>
  remove(path: string, query?: Record<string, string>): Promise<unknown>
  /** Every post, in whatever state, that mentions a text. */
  postsWith(text: string): Promise<readonly z.infer<typeof AdminPost>[]>
  postAt(id: string): Promise<z.infer<typeof AdminPost>>
  /** Every file of the media library whose slug is made from one of these hashes. */
  filesOf(hashes: readonly string[]): Promise<readonly z.infer<typeof AdminFile>[]>
  termNames(taxonomy: 'categories' | 'tags', ids: readonly number[]): Promise<string[]>
}

const raw = z.object({ raw: z.string() }).transform((text) => text.raw)
const AdminPost = z.object({
  id: z.number(),
  status: z.string(),
  slug: z.string(),
  link: z.string(),
  date: z.string(),
  title: raw,
  excerpt: raw,
  content: z.object({ raw: z.string(), rendered: z.string() }),
  featured_media: z.number(),
  categories: z.array(z.number()),
  tags: z.array(z.number()),
})
const AdminFile = z.object({ id: z.number(), slug: z.string(), alt_text: z.string(), caption: raw, source_url: z.string() })
const Term = z.object({ name: z.string() })

export function siteAdmin({ address, users }: WordPressSite): SiteAdmin {
  const authorization = `Basic ${Buffer.from(`admin:${users.admin}`).toString('base64')}`

  async function call(method: string, path: string, query: Record<string, string> = {}, fields?: Record<string, unknown>): Promise<unknown> {
    const url = new URL(address)
    url.searchParams.set('rest_route', `/wp/v2/${path}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const response = await fetch(url, { method, headers: { authorization, ...(fields && { 'content-type': 'application/json' }) }, ...(fields && { body: JSON.stringify(fields) }) })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }

  const get: SiteAdmin['get'] = (path, query) => call('GET', path, { context: 'edit', ...query })
  return {
    get,
    post: (path, fields) => call('POST', path, {}, fields),
    remove: (path, query) => call('DELETE', path, query),
    postsWith: async (text) => z.array(AdminPost).parse(await get('posts', { search: text, status: 'any', per_page: '100' })),
    postAt: async (id) => AdminPost.parse(await get(`posts/${id}`)),
    async filesOf(hashes) {
      const all = z.array(AdminFile).parse(await get('media', { per_page: '100', search: '' }))
      return all.filter(({ slug, source_url }) => hashes.some((hash) => slug.includes(hash.slice(0, 32)) || source_url.includes(hash.slice(0, 12))))
    },
    termNames: async (taxonomy, ids) => Promise.all(ids.map(async (id) => Term.parse(await get(`${taxonomy}/${id}`)).name)),
  }
}
