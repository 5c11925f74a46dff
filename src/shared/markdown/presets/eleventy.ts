import { plainFlavour } from '../flavour'
import { withoutClashes, type Preset } from './preset'

/** https://www.11ty.dev/docs/data-configuration/ and https://www.11ty.dev/docs/data-eleventy-supplied/ */
const reserved = ['layout', 'permalink', 'pagination', 'tags', 'date', 'title', 'description', 'lang', 'templateEngineOverride', 'eleventyExcludeFromCollections', 'eleventyComputed', 'eleventyNavigation', 'pkg', 'page', 'collections', 'content', 'eleventy', 'updated']

/**
 * Eleventy: `content/SECTION/SLUG.md` with its own `permalink`, files under `assets/`, which the site passes through.
 * Texts are Markdown only, no templates (`templateEngineOverride`, https://www.11ty.dev/docs/languages/#overriding-the-template-language).
 * `tags` are collections: the section and the topics.
 */
export const eleventy: Preset = {
  name: 'eleventy',
  // Its parser, markdown-it, gives headings no ids, knows neither footnotes nor tasks, and leaves what is escaped out of alternative texts.
  flavour: { ...plainFlavour, callouts: 'box', footnotes: 'html', tasks: 'html', escapedAlt: 'html' },
  page: ({ section, slug }) => `content/${section}/${slug}.md`,
  address: ({ section, slug }) => `/${section}/${slug}/`,
  file: ({ section, slug }, { name }) => ({ path: `assets/${section}/${slug}/${name}`, address: `/assets/${section}/${slug}/${name}` }),
  frontMatter: ({ facts, place, updated }) => ({
    title: facts.title,
    date: place.date,
    updated,
    permalink: `/${place.section}/${place.slug}/`,
    description: facts.summary,
    tags: [place.section, ...facts.topics.filter((topic) => topic !== place.section)],
    byline: facts.authors,
    heroImage: facts.hero,
    lang: facts.language,
    places: facts.places,
    kind: facts.kind,
    ...withoutClashes(facts.own, reserved),
    templateEngineOverride: 'md',
    copydesk: facts.proof,
  }),
}
