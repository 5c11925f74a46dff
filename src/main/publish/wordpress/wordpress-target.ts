import type { ApprovedStory } from '../../../shared/approved-story'
import { AssetHash, Instant, type StoryId } from '../../../shared/story/ids'
import { wordsOf } from '../../../shared/story/kind'
import type { Revision } from '../../../shared/story/revision'
import { warnOfPlainAddress } from '../plain-address'
import { PublishError } from '../publish-error'
import { fileWords, leadImage } from '../story-files'
import type { Prepared, PublishTarget, RemoteCopy, RemoteFiles } from '../target'
import { connect, type Account, type Connection, type WordPressSettings } from './connection'
import { findPost } from './find-post'
import { copyOf, idList } from './post'
import { postContent } from './post-content'
import { dayIn, postDate } from './post-date'
import { readPost } from './read-back'
import { termIds, termKey, type Taxonomy, type TermNames } from './terms'
import { escaped, placeMedia } from './upload-media'
import { upsertPost, type PostFields } from './upsert-post'

export interface WordPressParts {
  readonly settings: WordPressSettings
  /** The application password. */
  readonly secret: () => string
  readonly bytesOf: (hash: AssetHash) => Promise<Uint8Array>
  /** Where another story is live at this target, by its last receipt. */
  readonly storyAddress: (story: StoryId, place: string) => string | null
}

const partNames: Readonly<Record<string, string>> = {
  title: 'the title',
  text: 'the text',
  summary: 'the excerpt',
  slug: 'the address',
  state: 'whether it is published',
  day: 'the date',
  image: 'the featured image',
  categories: 'the categories',
  tags: 'the tags',
}

/** A WordPress site, over its REST API with an application password. */
export function wordpressTarget({ settings, secret, bytesOf, storyAddress }: WordPressParts): PublishTarget {
  const names: TermNames = new Map()
  let connection: Connection | undefined

  /** One login serves all steps of a delivery. */
  async function login(signal: AbortSignal): Promise<Connection> {
    connection ??= await connect(settings, secret(), signal)
    return connection
  }

  async function prepare(story: ApprovedStory, files: RemoteFiles, existing: RemoteCopy | null, signal: AbortSignal): Promise<Prepared> {
    const connected = await login(signal)
    const { kind, revision } = story
    const categories = await termIds(connected, 'categories', [settings.categories?.[kind.id] ?? kind.plural], names, signal)
    const tags = await termIds(connected, 'tags', listField(story, 'topics'), names, signal)
    const fields: PostFields = {
      title: escaped(textField(story, 'headline')),
      content: postContent(story, files, (id) => storyAddress(id, settings.address)),
      excerpt: escaped(textField(story, 'summary')),
      slug: textField(story, 'slug'),
      featured_media: featuredMedia(revision, files),
      categories: categories.ids,
      tags: tags.ids,
      ...stateAndDate(story, existing, connected),
    }
    return {
      parts: partsSent(fields, textField(story, 'date')),
      remarks: [...categories.remarks, ...tags.remarks],
      async write(current, stop) {
        return { remoteId: String(await upsertPost(connected, current === null ? null : Number(current.remoteId), fields, stop)) }
      },
    }
  }

  function stateAndDate(story: ApprovedStory, existing: RemoteCopy | null, { site, clock }: Connection): Pick<PostFields, 'status' | 'date_gmt'> {
    // Whether a draft was published there meanwhile is for its editors to say.
    if (settings.publishAs === 'draft') return existing === null || existing.hidden !== null ? { status: 'draft' } : {}
    const day = textField(story, 'date')
    const isThere = existing !== null && existing.parts['day'] === day
    // A post that is to appear today gets no date from us: the site's clock says what ‘now’ is.
    const leaveToSite = day === '' || isThere || (existing === null && day === dayIn(site.timeZone, new Date(clock.now())))
    return { status: 'publish', ...(!leaveToSite && { date_gmt: postDate(day, site.timeZone, new Date(clock.now())) }) }
  }

  function partsSent(fields: PostFields, day: string): Record<string, string> {
    const { title, content, excerpt, slug, featured_media, categories, tags } = fields
    const parts = { title, text: content, summary: excerpt, slug, image: String(featured_media), categories: idList(categories), tags: idList(tags) }
    return settings.publishAs === 'draft' ? parts : { ...parts, state: 'publish', ...(day !== '' && { day }) }
  }

  function termList(taxonomy: Taxonomy, ids: string): string[] {
    return ids.split(',').filter((id) => id !== '').map((id) => names.get(termKey(taxonomy, Number(id))) ?? `number ${id}`)
  }

  return {
    place: settings.address,
    async check(signal) {
      const { account, site } = await login(signal)
      const lacking = whatIsLacking(account, settings, true)
      if (lacking !== null) throw PublishError.lasting('role-too-low', lacking)
      const does = settings.publishAs === 'draft' ? 'leave drafts' : 'publish'
      return `Logged in to ‘${site.name}’ as ${account.name} (${account.roles.join(', ')}), who may ${does} and upload pictures.${warnOfPlainAddress(site.api)}`
    },
    async find(story, known, signal) {
      const connected = await login(signal)
      const lacking = whatIsLacking(connected.account, settings, story.revision.assets.length > 0)
      if (lacking !== null) throw PublishError.lasting('role-too-low', lacking)
      const post = await findPost(connected, known, signal)
      return post && copyOf(post, settings)
    },
    files: ({ revision }) => revision.assets,
    async placeFile({ revision }, file, known, signal) {
      const words = fileWords(revision).get(file.hash) ?? { alt: '', caption: '', title: '' }
      return placeMedia(await login(signal), file, words, known, () => bytesOf(file.hash), signal)
    },
    prepare,
    async readBack(remoteId, signal) {
      return copyOf(await readPost(await login(signal), Number(remoteId), signal), settings)
    },
    partName: (part) => partNames[part] ?? part,
    describeDifference(part, sent, held) {
      if (part === 'slug') return `The address there ends in ‘${held}’ instead of ‘${sent}’, which another page has.`
      if (part === 'categories' || part === 'tags') return termRemark(part, termList(part, sent), termList(part, held))
      if (part === 'image') return 'WordPress did not take the featured image.'
      if (part === 'state') return `WordPress keeps the post as ‘${held}’.`
      if (part === 'day') return `WordPress dates the post ${held} instead of ${sent}.`
      return `WordPress changed ${partNames[part] ?? part} (${sent.length} characters sent, ${held.length} kept): it takes some HTML away from accounts that may not write all of it. Compare the page with the preview.`
    },
    now: () => connection?.clock.now() ?? Instant.parse(new Date().toISOString()),
  }
}

/** What an account lacks for publishing, in words; null when it lacks nothing. */
function whatIsLacking({ name, roles, may }: Account, { publishAs }: WordPressSettings, withFiles: boolean): string | null {
  const who = `${name} (${roles.join(', ') || 'no role'})`
  if (!may('edit_posts')) return `${who} may not write posts on this site. An account with the role of author or editor can.`
  if (publishAs === 'publish' && !may('publish_posts')) return `${who} may write posts on this site, but not publish them. Use an account with the role of author or editor, or have stories left there as drafts.`
  if (withFiles && !may('upload_files')) return `${who} may not upload pictures and files to this site. Use an account with the role of author or editor.`
  return null
}

function termRemark(taxonomy: Taxonomy, sent: readonly string[], held: readonly string[]): string {
  const lost = sent.filter((name) => !held.includes(name))
  const what = taxonomy === 'categories' ? 'categories' : 'tags'
  if (lost.length === 0) return `WordPress added ${what}: ${held.filter((name) => !sent.includes(name)).join(', ')}.`
  return `WordPress dropped the ${what} ${lost.map((name) => `‘${name}’`).join(', ')}.`
}

/** The number of the lead image in the media library; 0 takes a featured image away. */
function featuredMedia(revision: Revision, files: RemoteFiles): number {
  const hash = AssetHash.safeParse(leadImage(revision)?.asset)
  return hash.success ? Number(files.get(hash.data)?.remoteId ?? 0) : 0
}

function textField({ revision }: ApprovedStory, field: string): string {
  const value = revision.fields[field]
  return typeof value === 'string' ? value.trim() : ''
}

function listField({ revision }: ApprovedStory, field: string): string[] {
  return [...wordsOf(revision.fields[field])]
}
