import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const file = path.resolve(import.meta.dirname, '..', '..', '..', 'docs', 'publishing', 'openapi.yaml')

type Node = Readonly<Record<string, unknown>>
const Node = z.record(z.string(), z.unknown())
const nodeAt = (node: Node, ...keys: string[]): Node => keys.reduce((inner, key) => resolve(Node.parse(inner[key])), node)

const document = Node.parse(parse(readFileSync(file, 'utf8')))

/** Follows a reference inside the document. */
function resolve(node: Node): Node {
  const reference = node['$ref']
  if (typeof reference !== 'string') return node
  return reference.slice(2).split('/').reduce<Node>((inner, key) => Node.parse(inner[key]), document)
}

export interface Exchange {
  readonly method: string
  readonly path: string
  readonly requestHeaders: Readonly<Record<string, unknown>>
  readonly requestBody: string
  readonly status: number
  readonly responseHeaders: Readonly<Record<string, unknown>>
  readonly responseBody: string
}

/** What an exchange does otherwise than the document says; empty when it keeps to it. */
export function departures(exchange: Exchange): string[] {
  const found = operationOf(exchange)
  if (found === undefined) return [`${exchange.method} ${exchange.path} is not in the document`]
  const { operation, parameters } = found
  const response = Node.safeParse(Node.parse(operation['responses'])[String(exchange.status)])
  if (!response.success) return [`${exchange.method} ${exchange.path} answers ${exchange.status}, which is not in the document`]
  return [
    ...parameters.flatMap((parameter) => faultsOfHeader(resolve(parameter), exchange.requestHeaders)),
    ...(exchange.requestHeaders['authorization'] === undefined ? ['the request has no token'] : []),
    ...(exchange.status < 400 ? faultsOfContent(operation['requestBody'], exchange.requestHeaders['content-type'], exchange.requestBody, 'request') : []),
    ...(exchange.method === 'HEAD' ? [] : faultsOfContent(resolve(response.data), exchange.responseHeaders['content-type'], exchange.responseBody, 'response')),
    ...Object.keys(Node.catch({}).parse(resolve(response.data)['headers'])).filter((name) => exchange.responseHeaders[name.toLowerCase()] === undefined).map((name) => `the answer has no ${name}`),
  ]
}

/** Operations that the document describes, as `put /stories/{id}`. */
export function operations(): string[] {
  return Object.entries(nodeAt(document, 'paths')).flatMap(([template, item]) =>
    Object.keys(Node.parse(item)).filter((key) => key !== 'parameters').map((method) => `${method.toUpperCase()} ${template}`),
  )
}

export const operationNameOf = (exchange: Pick<Exchange, 'method' | 'path'>): string | undefined => operationOf(exchange)?.name

function operationOf({ method, path: asked }: Pick<Exchange, 'method' | 'path'>) {
  for (const [template, raw] of Object.entries(nodeAt(document, 'paths'))) {
    const item = Node.parse(raw)
    const operation = Node.safeParse(item[method.toLowerCase()])
    if (!operation.success || !matches(template, asked, item)) continue
    return { name: `${method} ${template}`, operation: operation.data, parameters: [...listOf(item['parameters']), ...listOf(operation.data['parameters'])].map((each) => Node.parse(each)) }
  }
  return undefined
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Whether a path is one of a template's, each of its parameters being what its schema says. */
function matches(template: string, asked: string, item: Node): boolean {
  const names = template.split('/')
  const parts = asked.split('/')
  if (names.length !== parts.length) return false
  return names.every((name, index) => {
    const part = parts[index] ?? ''
    if (!name.startsWith('{')) return name === part
    const parameter = listOf(item['parameters']).map((each) => resolve(Node.parse(each))).find((each) => each['name'] === name.slice(1, -1))
    return parameter !== undefined && faults(part, Node.parse(parameter['schema']), name).length === 0
  })
}

function faultsOfHeader(parameter: Node, headers: Node): string[] {
  if (parameter['in'] !== 'header') return []
  const name = String(parameter['name'])
  const value = headers[name.toLowerCase()]
  if (value === undefined) return parameter['required'] === true ? [`${name} is missing`] : []
  return faults(value, Node.parse(parameter['schema']), name)
}

function faultsOfContent(holder: unknown, type: unknown, body: string, which: string): string[] {
  const content = Node.safeParse(holder).data?.['content']
  if (content === undefined) return body === '' ? [] : [`the ${which} has a body, which is not in the document`]
  const types = Node.parse(content)
  const kind = String(type ?? '').split(';')[0] ?? ''
  const media = types[kind] ?? types['*/*']
  if (media === undefined) return [`the ${which} has the type ‘${kind}’, which is not in the document`]
  const schema = Node.parse(media)['schema']
  return schema === undefined ? [] : faults(JSON.parse(body), Node.parse(schema), which)
}

const formats: Readonly<Record<string, z.ZodType>> = { uuid: z.uuid(), 'date-time': z.iso.datetime() }

/**
 * What a value is otherwise than a schema says. Knows the keywords that the document uses, and refuses any other, so that
 * nothing in it goes unchecked.
 */
function faults(value: unknown, unresolved: Node, at: string): string[] {
  const schema = resolve(unresolved)
  const unknown = Object.keys(schema).filter((key) => !['type', 'required', 'properties', 'items', 'minItems', 'pattern', 'const', 'format', 'oneOf', 'description'].includes(key))
  if (unknown.length > 0) throw new Error(`The schema at ${at} uses ${unknown.join(', ')}, which this check does not know`)
  if (schema['oneOf'] !== undefined) {
    const fitting = listOf(schema['oneOf']).filter((each) => faults(value, Node.parse(each), at).length === 0)
    return fitting.length === 1 ? [] : [`${at} fits ${fitting.length} of the alternatives`]
  }
  const types = [schema['type']].flat()
  if (schema['type'] !== undefined && !types.some((type) => isOfType(value, type))) return [`${at} is not ${types.join(' or ')}`]
  return [
    ...('const' in schema && value !== schema['const'] ? [`${at} is not ${JSON.stringify(schema['const'])}`] : []),
    ...(typeof schema['pattern'] === 'string' && typeof value === 'string' && !new RegExp(schema['pattern']).test(value) ? [`${at} does not match ${schema['pattern']}`] : []),
    ...(typeof schema['format'] === 'string' && value !== null ? formatFaults(value, schema['format'], at) : []),
    ...(Array.isArray(value) ? listFaults(value, schema, at) : []),
    ...(isOfType(value, 'object') ? memberFaults(Node.parse(value), schema, at) : []),
  ]
}

function formatFaults(value: unknown, format: string, at: string): string[] {
  const check = formats[format]
  if (check === undefined) throw new Error(`The format ${format} at ${at} is not known to this check`)
  return check.safeParse(value).success ? [] : [`${at} is no ${format}`]
}

function listFaults(value: readonly unknown[], schema: Node, at: string): string[] {
  const few = typeof schema['minItems'] === 'number' && value.length < schema['minItems'] ? [`${at} has too few items`] : []
  const items = Node.safeParse(schema['items'])
  return [...few, ...(items.success ? value.flatMap((each, index) => faults(each, items.data, `${at}[${index}]`)) : [])]
}

function memberFaults(value: Node, schema: Node, at: string): string[] {
  const missing = listOf(schema['required']).filter((name) => !(String(name) in value)).map((name) => `${at}.${String(name)} is missing`)
  const properties = Object.entries(Node.catch({}).parse(schema['properties']))
  return [...missing, ...properties.filter(([name]) => name in value).flatMap(([name, inner]) => faults(value[name], Node.parse(inner), `${at}.${name}`))]
}

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}
