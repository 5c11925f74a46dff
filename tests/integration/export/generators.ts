import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { PresetName } from '../../../src/shared/presets'

const project = path.resolve(import.meta.dirname, '..', '..', '..')
const modules = path.join(project, 'node_modules')
const programs = { eleventy: path.join(modules, '@11ty', 'eleventy', 'cmd.cjs'), astro: path.join(modules, 'astro', 'bin', 'astro.mjs') }
const exitCannot = 3

/**
 * Makes sure that a generator runs here, out of Debian’s packages where it is no package of the project; answers why it can't, or null.
 * @throws Error when that fails although it should be possible, or in CI whenever it fails.
 */
export function provide(preset: PresetName): string | null {
  if (preset === 'eleventy' || preset === 'astro') return mustBeHere(preset)
  const { status, stderr } = spawnSync(process.execPath, [path.join(project, 'scripts', 'site-generators.mjs'), preset], { encoding: 'utf8' })
  if (status === 0) return null
  if (status !== exitCannot || process.env['CI']) throw new Error(`${preset} could not be set up:\n${stderr}`)
  return stderr.trim()
}

/** Packages of the project are there, or its set-up is not done. */
function mustBeHere(preset: 'eleventy' | 'astro'): null {
  if (!existsSync(programs[preset])) throw new Error(`${preset} is not in node_modules: run ‘npm ci’`)
  return null
}

/** A site as its readers get it. */
export interface BuiltSite {
  /** The file behind an address from the site’s root, without its fragment; null when readers would find nothing. */
  readonly file: (address: string) => string | null
  /** The page at an address. @throws Error when there is none */
  readonly page: (address: string) => string
}

/**
 * Builds the site in a folder, as exported, with the least around it that makes it one: a layout, and the collection for Astro. Whatever
 * concerns Markdown is as the generator has it by default.
 * @param plain Whether quotation marks and dashes are left as they were written, which all but Eleventy have to be told.
 */
export function buildSite(preset: PresetName, folder: string, { plain = false } = {}): BuiltSite {
  const { files, command, output } = generators[preset]
  for (const [name, text] of Object.entries(files(plain))) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  if (preset === 'astro') symlinkSync(modules, path.join(folder, 'node_modules'), 'junction')
  const [program, ...args] = command
  const { VITEST: _vitest, ...environment } = process.env
  const built = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env: { ...environment, NODE_ENV: 'production', LANG: 'C.UTF-8', ASTRO_TELEMETRY_DISABLED: '1' } })
  if (built.status !== 0) throw new Error(`${preset} could not build what was exported:\n${built.error?.message ?? ''}${built.stdout}${built.stderr}`)
  return servedFrom(path.join(folder, output))
}

function servedFrom(root: string): BuiltSite {
  const file = (address: string): string | null => {
    const name = decodeURI(address.replace(/[#?].*$/, ''))
    const place = path.join(root, name.endsWith('/') ? `${name}index.html` : name)
    return existsSync(place) ? place : null
  }
  return {
    file,
    page(address) {
      const place = file(address)
      if (place === null) throw new Error(`There is no page at ${address}`)
      return readFileSync(place, 'utf8')
    },
  }
}

interface Generator {
  readonly files: (plain: boolean) => Readonly<Record<string, string>>
  readonly command: readonly [program: string, ...args: string[]]
  readonly output: string
}

/** The story’s language for the page, what the front matter was read as, and the text. */
const layout = (language: string, facts: string, content: string): string => `<!doctype html>
<html lang="${language}"><head><title>Site</title></head><body>
<script type="application/json" id="facts">${facts}</script>
<main>
${content}
</main></body></html>
`

const hugoFacts = '{{ dict "title" .Title "date" (.Date.UTC.Format "2006-01-02T15:04:05Z") "updated" (.Lastmod.UTC.Format "2006-01-02T15:04:05Z") "tags" .Params.tags "description" .Description | jsonify | safeJS }}'
const jekyllFacts = `{"title":{{ page.title | jsonify }},"date":{{ page.date | date_to_utc | date: "%FT%TZ" | jsonify }},"updated":{{ page.last_modified_at | date_to_utc | date: "%FT%TZ" | jsonify }},"tags":{{ page.tags | jsonify }},"description":{{ page.description | jsonify }},"byline":{{ page.author | jsonify }}}`
const eleventyFacts = '{{ { title: title, date: page.date, updated: updated, tags: tags, description: description, byline: byline } | dump | safe }}'

const astroPage = `---
import { getCollection, render } from 'astro:content'
export async function getStaticPaths() {
  return (await getCollection('stories')).map((entry) => ({ params: { slug: entry.id }, props: { entry } }))
}
const { entry } = Astro.props
const { Content } = await render(entry)
const { title, pubDate, updatedDate, tags, description, byline, lang } = entry.data
const facts = JSON.stringify({ title, date: pubDate, updated: updatedDate, tags, description, byline })
---
<!doctype html>
<html lang={lang}><head><title>Site</title></head><body>
<script is:inline type="application/json" id="facts" set:html={facts} />
<main>
<Content />
</main></body></html>
`

const astroCollection = `import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'

const schema = ({ image }) => z.object({ title: z.string(), description: z.string(), pubDate: z.date(), updatedDate: z.date(), heroImage: image().optional(), tags: z.array(z.string()).default([]), byline: z.array(z.string()).default([]), lang: z.string().optional() })
export const collections = { stories: defineCollection({ loader: glob({ pattern: '**/index.md', base: './src/content' }), schema }) }
`

const generators: Readonly<Record<PresetName, Generator>> = {
  hugo: {
    files: (plain) => ({
      'config.toml': `baseURL = "https://example.org/"\ntitle = "Site"\n${plain ? '[markup.goldmark.extensions]\ntypographer = false\n' : ''}`,
      'layouts/_default/single.html': layout('{{ .Params.language | default "en" }}', hugoFacts, '{{ .Content }}'),
      'layouts/_default/list.html': '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}',
    }),
    command: ['hugo', '--panicOnWarning', '--destination', '_site'],
    output: '_site',
  },
  jekyll: {
    files: (plain) => ({
      '_config.yml': `title: Site\n${plain ? `kramdown:\n  smart_quotes: apos,apos,quot,quot\n  typographic_symbols: { hellip: "...", mdash: "---", ndash: "--", laquo: "<<", raquo: ">>", laquo_space: "<< ", raquo_space: " >>" }\n` : ''}`,
      '_layouts/post.html': layout('{{ page.lang }}', jekyllFacts, '{{ content }}'),
    }),
    command: ['jekyll', 'build', '--quiet'],
    output: '_site',
  },
  eleventy: {
    files: () => ({
      'eleventy.config.mjs': "export default (config) => void config.addPassthroughCopy('assets')\n",
      'content/content.json': '{ "layout": "story.njk" }',
      '_includes/story.njk': layout('{{ lang }}', eleventyFacts, '{{ content | safe }}'),
    }),
    command: [process.execPath, programs.eleventy, '--quiet'],
    output: '_site',
  },
  astro: {
    files: (plain) => ({
      'package.json': '{ "type": "module" }',
      'astro.config.mjs': `export default { cacheDir: './.cache', vite: { cacheDir: './.cache/vite' }${plain ? ', markdown: { smartypants: false }' : ''} }\n`,
      'src/content.config.ts': astroCollection,
      'src/pages/[...slug].astro': astroPage,
    }),
    command: [process.execPath, programs.astro, 'build'],
    output: 'dist',
  },
}
