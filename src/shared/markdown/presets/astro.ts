import { plainFlavour } from '../flavour'
import { withoutClashes, type Preset } from './preset'

const reserved = ['slug', 'layout', 'title', 'description', 'pubDate', 'updatedDate', 'heroImage', 'heroImageAlt', 'tags', 'lang', 'draft']

/**
 * Astro: an entry of a content collection, `src/content/SECTION/SLUG/index.md`, with its pictures beside it, which Astro
 * optimises (https://docs.astro.build/en/guides/images/); other files under `public/files`, because links to them are not
 * followed there. `pubDate`, `updatedDate`, `heroImage` are the names of Astro's own blog template
 * (https://docs.astro.build/en/guides/content-collections/; `heroImage: image()` reads the relative address).
 */
export const astro: Preset = {
  name: 'astro',
  flavour: { ...plainFlavour, callouts: 'box', ownAnchors: 'github' },
  page: ({ section, slug }) => `src/content/${section}/${slug}/index.md`,
  address: ({ section, slug }) => `/${section}/${slug}/`,
  file: ({ section, slug }, { name, isImage }) =>
    isImage ? { path: `src/content/${section}/${slug}/${name}`, address: `./${name}` } : { path: `public/files/${section}/${slug}/${name}`, address: `/files/${section}/${slug}/${name}` },
  frontMatter: ({ facts, place, updated }) => ({
    title: facts.title,
    description: facts.summary,
    pubDate: place.date,
    updatedDate: updated,
    heroImage: facts.hero?.address,
    heroImageAlt: facts.hero?.alt,
    heroImageCaption: facts.hero?.caption,
    heroImageCredit: facts.hero?.credit,
    tags: facts.topics,
    byline: facts.authors,
    lang: facts.language,
    places: facts.places,
    kind: facts.kind,
    ...withoutClashes(facts.own, reserved),
    copydesk: facts.proof,
  }),
}
