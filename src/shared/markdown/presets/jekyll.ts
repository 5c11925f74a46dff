import { plainFlavour } from '../flavour'
import { SpacedMoment } from './moment'
import { withoutClashes, type Preset } from './preset'

/** https://jekyllrb.com/docs/front-matter/ and https://jekyllrb.com/docs/posts/ */
const reserved = ['layout', 'permalink', 'published', 'title', 'date', 'category', 'categories', 'tags', 'excerpt', 'slug', 'author', 'image', 'lang', 'description', 'content', 'id', 'url', 'path', 'collection', 'output', 'next', 'previous']

/**
 * Jekyll: `_posts/YYYY-MM-DD-SLUG.md`, files under `assets/`. `last_modified_at` is what jekyll-sitemap, jekyll-feed and
 * jekyll-seo-tag read, as are `description`, `image`, `author` and `lang` by the last. Texts are no templates
 * (`render_with_liquid`, Jekyll 4). Lines are broken by two spaces, which every version of kramdown reads.
 */
export const jekyll: Preset = {
  name: 'jekyll',
  // Inside of HTML kramdown reads Markdown only when it is asked to; its ids of headings are ASCII.
  flavour: { ...plainFlavour, lineBreaks: 'spaces', callouts: 'box', ownAnchors: 'github', asksForMarkdown: true, dialect: 'kramdown' },
  page: ({ slug, date }) => `_posts/${date.day}-${slug}.md`,
  // Its permalink is `date` when nothing else is configured: https://jekyllrb.com/docs/permalinks/.
  address: ({ section, slug, date }) => `/${section}/${date.day.replaceAll('-', '/')}/${slug}.html`,
  file: ({ slug, date }, { name }) => ({ path: `assets/${date.day}-${slug}/${name}`, address: `/assets/${date.day}-${slug}/${name}` }),
  frontMatter: ({ facts, place, updated }) => ({
    layout: 'post',
    title: facts.title,
    date: new SpacedMoment(place.date),
    last_modified_at: new SpacedMoment(updated),
    slug: place.slug,
    description: facts.summary,
    excerpt: facts.summary,
    categories: [place.section],
    tags: facts.topics,
    author: facts.authors.length === 1 ? facts.authors[0] : facts.authors,
    image: facts.hero === null ? null : { path: facts.hero.address, alt: facts.hero.alt, caption: facts.hero.caption, credit: facts.hero.credit },
    lang: facts.language,
    places: facts.places,
    kind: facts.kind,
    ...withoutClashes(facts.own, reserved),
    render_with_liquid: false,
    copydesk: facts.proof,
  }),
}
