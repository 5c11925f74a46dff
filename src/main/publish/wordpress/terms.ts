import { z } from 'zod'
import { unexpected, type Connection } from './connection'

export type Taxonomy = 'categories' | 'tags'

export interface Terms {
  readonly ids: readonly number[]
  /** What could not be had, in words. */
  readonly remarks: readonly string[]
}

/** Names of terms at one site, by `termKey`: for sentences about them later. */
export type TermNames = Map<string, string>
export const termKey = (taxonomy: Taxonomy, id: number): string => `${taxonomy}:${id}`

const Listed = z.array(z.object({ id: z.number(), name: z.string() }))
const Made = z.object({ id: z.number() })
const Exists = z.object({ data: z.object({ term_id: z.number() }) })

const oneOf: Readonly<Record<Taxonomy, string>> = { categories: 'category', tags: 'tag' }

/** The ids of terms by their exact names. One that the site does not have is made, if this account may; otherwise it is left out, and said. */
export async function termIds(connection: Connection, taxonomy: Taxonomy, names: readonly string[], known: TermNames, signal: AbortSignal): Promise<Terms> {
  const ids: number[] = []
  const remarks: string[] = []
  for (const name of new Set(names.map((each) => each.trim()).filter((each) => each !== ''))) {
    const id = (await termNamed(connection, taxonomy, name, signal)) ?? (await makeTerm(connection, taxonomy, name, signal))
    if (id === null) {
      remarks.push(`The ${oneOf[taxonomy]} ‘${name}’ is not on the site, and this account may not make it: it was left out.`)
    } else {
      known.set(termKey(taxonomy, id), name)
      ids.push(id)
    }
  }
  return { ids: [...new Set(ids)], remarks }
}

async function termNamed({ call }: Connection, taxonomy: Taxonomy, name: string, signal: AbortSignal): Promise<number | null> {
  const answer = await call({ method: 'GET', path: taxonomy, query: { search: name, per_page: '100', orderby: 'id', _fields: 'id,name' }, signal })
  const terms = Listed.safeParse(answer.json)
  if (answer.status !== 200 || !terms.success) throw unexpected(`list its ${taxonomy}`, answer)
  return terms.data.find((term) => unescaped(term.name) === name)?.id ?? null
}

/** @returns null when this account may not. A name that exists after all (in other letters, or behind a page of others) is taken. */
async function makeTerm({ call }: Connection, taxonomy: Taxonomy, name: string, signal: AbortSignal): Promise<number | null> {
  const answer = await call({ method: 'POST', path: taxonomy, query: { _fields: 'id' }, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name }), signal })
  if (answer.code === 'term_exists') return Exists.parse(answer.json).data.term_id
  if (answer.status === 401 || answer.status === 403) return null
  const made = Made.safeParse(answer.json)
  if (answer.status !== 201 || !made.success) throw unexpected(`make the ${oneOf[taxonomy]} ‘${name}’`, answer)
  return made.data.id
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#039;': "'" }

/** WordPress stores the names of terms as HTML. */
function unescaped(name: string): string {
  return name.replace(/&(?:amp|lt|gt|quot|#039);/g, (entity) => entities[entity] ?? entity)
}
