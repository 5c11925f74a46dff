#!/usr/bin/env node
// A server that takes stories from Copydesk, for people who want to try it or to write their own:
//   node scripts/rest-server.mjs --dir FOLDER [--port 8420] [--token TOKEN] [--slow MS]
// It speaks docs/publishing/openapi.yaml, needs nothing but Node 20, listens on loopback only, and keeps every file whole or
// not at all. Without --token it makes one up. --slow waits before each answer, after the work is done: who ends the
// server meanwhile sees what a lost answer does.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { dir: { type: 'string' }, port: { type: 'string', default: '8420' }, token: { type: 'string' }, slow: { type: 'string', default: '0' } } })
if (!values.dir) {
  console.error('Say where stories are kept: --dir FOLDER')
  process.exit(2)
}
const token = values.token ?? randomBytes(18).toString('base64url')
const folder = path.resolve(values.dir)
const STORY = /^stories\/([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/
const MEDIA = /^media\/([0-9a-f]{64})$/
const LARGEST_STORY = 16 * 1024 * 1024
const LARGEST_FILE = 512 * 1024 * 1024

/** An answer that says what is wrong (RFC 9457). */
class Problem extends Error {
  constructor(status, title, detail, more = {}) {
    super(title)
    this.answer = { status, type: 'application/problem+json', body: JSON.stringify({ title, status, ...(detail && { detail }), ...more }) }
  }
}

const storyFile = (id) => path.join(folder, 'stories', `${id}.json`)
const mediaFile = (hash) => path.join(folder, 'media', hash)
const sha256 = (data) => createHash('sha256').update(data).digest('hex')
const etagOf = (bytes) => `"${sha256(bytes)}"`

/** One change after the other: what is compared with If-Match must not change before it is written. */
let turn = Promise.resolve()
function inTurn(work) {
  const done = turn.then(work)
  turn = done.catch(() => {})
  return done
}

async function answer(request) {
  const route = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).replace(/^\/+/, '')
  authorize(request)
  if (route === '') return allow(request, { GET: describe })
  const [, id] = STORY.exec(route) ?? []
  if (id) return allow(request, { GET: () => getStory(id), PUT: () => putStory(id, request), DELETE: () => deleteStory(id, request) })
  const [, hash] = MEDIA.exec(route) ?? []
  if (hash) return allow(request, { GET: () => getMedia(hash), HEAD: () => getMedia(hash), PUT: () => putMedia(hash, request) })
  throw new Problem(404, 'There is nothing at this address')
}

function authorize({ headers }) {
  const given = Buffer.from(sha256(headers.authorization ?? ''))
  if (!timingSafeEqual(given, Buffer.from(sha256(`Bearer ${token}`)))) throw new Problem(401, 'The token is missing or wrong')
}

function allow({ method }, handlers) {
  const handler = handlers[method]
  if (!handler) throw new Problem(405, `${method} is not possible here`)
  return handler()
}

async function describe() {
  const stories = (await readdir(path.join(folder, 'stories'))).filter((name) => name.endsWith('.json'))
  return json(200, { name: 'Copydesk receiving server', format: 'copydesk.story/1', stories: stories.length })
}

async function getStory(id) {
  const bytes = await stored(id)
  if (!bytes) throw new Problem(404, 'There is no such story')
  return { status: 200, type: 'application/json', body: bytes, headers: { etag: etagOf(bytes) } }
}

async function putStory(id, request) {
  const bytes = await bodyOf(request, LARGEST_STORY)
  const story = checkedStory(id, bytes)
  return inTurn(async () => {
    const before = await stored(id)
    checkCondition(request.headers, before, true)
    const missing = story.media.filter(({ sha256: hash }) => !existsSync(mediaFile(hash))).map(({ sha256: hash }) => hash)
    if (missing.length > 0) throw new Problem(422, 'Files of the story are missing', 'Put them under /media first.', { missing })
    await writeWhole(storyFile(id), bytes)
    return json(before ? 200 : 201, { id, revision: story.revision }, { etag: etagOf(bytes) })
  })
}

function deleteStory(id, request) {
  return inTurn(async () => {
    const before = await stored(id)
    if (!before) throw new Problem(404, 'There is no such story')
    checkCondition(request.headers, before, false)
    await rm(storyFile(id))
    return { status: 204 }
  })
}

async function getMedia(hash) {
  const file = mediaFile(hash)
  const info = await stat(file).catch(() => undefined)
  if (!info) throw new Problem(404, 'There is no such file')
  const type = await readFile(`${file}.type`, 'utf8').catch(() => 'application/octet-stream')
  return { status: 200, type, length: info.size, stream: () => createReadStream(file), headers: { etag: `"${hash}"` } }
}

async function putMedia(hash, request) {
  const file = mediaFile(hash)
  if (existsSync(file)) {
    request.resume()
    return json(200, { sha256: hash })
  }
  const part = partOf(file)
  try {
    const { digest, size } = await receive(request, part)
    if (digest !== hash) throw new Problem(422, 'The bytes do not have this hash', `They have ${digest}.`)
    // The type first: a file that is there has one.
    await writeWhole(`${file}.type`, request.headers['content-type'] ?? 'application/octet-stream')
    await rename(part, file)
    return json(201, { sha256: hash, size })
  } finally {
    await rm(part, { force: true })
  }
}

/** Writes a body to a file as it comes, and makes sure that it is on the disk. */
async function receive(request, file) {
  const hash = createHash('sha256')
  const handle = await open(file, 'w')
  let size = 0
  try {
    for await (const chunk of request) {
      size += chunk.length
      if (size > LARGEST_FILE) throw new Problem(413, 'The file is too large')
      hash.update(chunk)
      await handle.write(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { digest: hash.digest('hex'), size }
}

/** A story that says which one it is, and whose document is the revision that it claims to be. */
function checkedStory(id, bytes) {
  let story
  try {
    story = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new Problem(400, 'The body is not JSON')
  }
  const texts = ['revision', 'slug', 'headline', 'summary', 'html', 'markdown', 'approvedAt']
  const wrong = texts.filter((name) => typeof story?.[name] !== 'string')
  const lists = ['media', 'approvals'].filter((name) => !Array.isArray(story?.[name]))
  const objects = ['fields', 'kind', 'document'].filter((name) => typeof story?.[name] !== 'object' || story[name] === null)
  if (story?.format !== 'copydesk.story/1') throw new Problem(422, 'The format is not copydesk.story/1')
  if (wrong.length + lists.length + objects.length > 0) throw new Problem(422, 'Members are missing or of another type', [...wrong, ...lists, ...objects].join(', '))
  if (story.id !== id) throw new Problem(422, 'The story has another id than the address')
  if (story.approvals.length === 0) throw new Problem(422, 'Nobody approved the story')
  if (story.media.some((file) => !/^[0-9a-f]{64}$/.test(file?.sha256))) throw new Problem(422, 'A file has no hash')
  if (sha256(canonical(story.document)) !== story.revision) throw new Problem(422, 'The document is not the revision that was approved')
  return story
}

/** JSON as RFC 8785 writes it: members sorted by UTF-16 units, everything else as JSON.stringify does it. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

/** RFC 9110, 13.1: a write says which copy it is for, or that there is none. */
function checkCondition(headers, before, required) {
  const ifMatch = headers['if-match']
  const ifNoneMatch = headers['if-none-match']
  if (required && ifMatch === undefined && ifNoneMatch === undefined) throw new Problem(428, 'Say which copy is to be replaced', 'If-Match with its ETag, or If-None-Match: *')
  if (ifNoneMatch === '*' && before) throw new Problem(412, 'The story is here already')
  if (ifMatch !== undefined && !(before && (ifMatch === '*' || ifMatch === etagOf(before)))) throw new Problem(412, 'The story is here in another version')
}

const stored = (id) => readFile(storyFile(id)).catch(() => undefined)

async function bodyOf(request, largest) {
  const chunks = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > largest) throw new Problem(413, 'The story is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The file has its name only once all of it is on the disk. */
async function writeWhole(file, data) {
  const part = partOf(file)
  const handle = await open(part, 'w')
  try {
    await handle.writeFile(data)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(part, file)
}

const partOf = (file) => `${file}.${randomBytes(6).toString('hex')}.part`

const json = (status, value, headers) => ({ status, type: 'application/json', body: JSON.stringify(value), headers })

async function respond(request, response) {
  const { status, type, body, stream, length, headers } = await answer(request).catch((error) => {
    if (error instanceof Problem) return error.answer
    if (request.destroyed) return { status: 400 }
    console.error(error)
    return new Problem(500, 'Something went wrong here').answer
  })
  await wait(Number(values.slow))
  const size = length ?? Buffer.byteLength(body ?? '')
  response.writeHead(status, { ...(type && { 'content-type': type }), ...(status !== 204 && { 'content-length': size }), ...headers, ...(status === 401 && { 'www-authenticate': 'Bearer' }) })
  if (request.method === 'HEAD' || !stream) response.end(request.method === 'HEAD' ? undefined : body)
  else stream().pipe(response)
}

/** What was being written when the server last ended. */
async function removeParts(kind) {
  const names = await readdir(path.join(folder, kind))
  await Promise.all(names.filter((name) => name.endsWith('.part')).map((name) => rm(path.join(folder, kind, name), { force: true })))
}

for (const kind of ['stories', 'media']) {
  await mkdir(path.join(folder, kind), { recursive: true })
  await removeParts(kind)
}
const server = createServer((request, response) => void respond(request, response))
server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(`Taking stories at http://127.0.0.1:${server.address().port}/ into ${folder}${values.token ? '' : ` with the token ${token}`}`)
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.close(() => process.exit(0)) && server.closeAllConnections())
