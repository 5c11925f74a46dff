import { plainFlavour } from '../flavour'
import type { Preset } from './preset'

/**
 * Hugo: a page bundle, `content/SECTION/SLUG/index.md` with its files beside it.
 * Fields: https://gohugo.io/content-management/front-matter/ (`lastmod`, `publishDate`, `description`; names of one's own
 * stand under `params`, since Hugo 0.123 without a further level). Bundles: https://gohugo.io/content-management/page-bundles/.
 * `images` is what Hugo's own Open Graph and Twitter templates read.
 */
export const hugo: Preset = {
  name: 'hugo',
  // HTML is left out unless the site allows it, and so what stands in it must be Markdown.
  flavour: { ...plainFlavour, callouts: 'quotation', anchors: 'attribute', ownAnchors: 'github', raised: 'unicode' },
  page: ({ section, slug }) => `content/${section}/${slug}/index.md`,
  address: ({ section, slug }) => `/${section}/${slug}/`,
  file: ({ section, slug }, { name }) => ({ path: `content/${section}/${slug}/${name}`, address: name }),
  frontMatter: ({ facts, place, updated, embargo }) => ({
    title: facts.title,
    date: place.date,
    lastmod: updated,
    publishDate: embargo,
    description: facts.summary,
    summary: facts.summary,
    slug: place.slug,
    tags: facts.topics,
    images: facts.hero === null ? [] : [facts.hero.address],
    params: { kind: facts.kind, byline: facts.authors, places: facts.places, language: facts.language, heroImage: facts.hero, ...facts.own, copydesk: facts.proof },
  }),
  harmless: withoutShortcodes,
}

/**
 * Shortcodes count in code as well. Hugo writes one out when it looks commented (https://gohugo.io/content-management/shortcodes/);
 * what opens one and never closes would stop the build.
 */
function withoutShortcodes(markdown: string): string | null {
  const commented = markdown.replace(/\{\{<(?!\/\*)(.*?)>\}\}/gs, '{{</*$1*/>}}').replace(/\{\{%(?!\/\*)(.*?)%\}\}/gs, '{{%/*$1*/%}}')
  return /\{\{[<%](?!\/\*)/.test(commented) ? null : commented
}
