import { escapeHtml } from '../html/escape'
import { article, type PreviewInput } from '../html/preview-document'
import { previewStyle } from '../html/preview-style'
import { grouped } from '../identity/fingerprint'
import { directionOf, languageOf } from '../reader/language'
import { redlineHtml } from '../redline/html/redline-html'
import type { Redline } from '../redline/redline-shape'
import { isReply, type PacketManifest } from './manifest'
import { reviewStyle } from './review-style'
import { dateAndTime, dayInFull } from '../dates'

export interface ReviewPage extends Pick<PreviewInput, 'revision' | 'kind' | 'assetAddress'> {
  readonly packet: Pick<PacketManifest, 'sender' | 'desk' | 'home' | 'to' | 'note' | 'due' | 'at'>
  /** What has changed, and since what: ‘since it was approved’. */
  readonly changes: { readonly redline: Redline; readonly since: string } | null
  /** What was decided, one sentence each. */
  readonly decisions: readonly string[]
}

/** A page may load nothing and run nothing: pictures are in it, and links are followed only by whoever clicks on them. */
const contentSecurityPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/**
 * How every such page begins. What allows it nothing stands before anything that could want something, so a packet whose page begins in
 * any other way is not opened, whoever signed it: people may look at that page first.
 */
export const reviewPageStart = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy)}">
`

/** What a packet says, as one page for any browser: who sends it, what is asked, the story as readers get it, and what changed in it. */
export function reviewPage(page: ReviewPage): string {
  const { revision, packet } = page
  const language = languageOf(revision.fields) ?? 'en'
  const headline = typeof revision.fields['headline'] === 'string' ? revision.fields['headline'] : 'Untitled'
  return `${reviewPageStart}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(`${isReply(packet) ? 'Answer' : 'For review'}: ${headline}`)}</title>
<style>${previewStyle}${reviewStyle}</style>
</head>
<body>
<main>
${aboutPacket(page)}<div lang="${escapeHtml(language)}" dir="${directionOf(language)}">
${article({ revision, kind: page.kind, assetAddress: page.assetAddress })}</div>
${changesOf(page)}</main>
</body>
</html>
`
}

function aboutPacket({ packet: { sender, desk, home, to, note, due, at }, decisions }: ReviewPage): string {
  const answer = isReply({ desk, home })
  const facts: [string, string][] = [
    ['From', `${sender.name}, ${desk.name}`],
    ['To', answer ? `${to.name}, ${home.name}` : to.name],
    ['Made', `${dateAndTime(new Date(at), 'utc')} UTC`],
    ...(due === null ? [] : [['Answer by', dayInFull(new Date(`${due}T00:00:00Z`), 'utc')] satisfies [string, string]]),
  ]
  return `<section class="packet" lang="en" dir="ltr">
<h2>${answer ? 'An answer from review' : 'For review'}</h2>
${decisions.map((decision) => `<p dir="auto">${escapeHtml(decision)}</p>\n`).join('')}${note === '' ? '' : `<p class="note" dir="auto">${escapeHtml(note)}</p>\n`}<dl>
${facts.map(([name, value]) => `<dt>${name}</dt><dd dir="auto">${escapeHtml(value)}</dd>\n`).join('')}<dt>Key of the sender</dt><dd class="key">${grouped(sender.id)}</dd>
</dl>
<p class="how">${answer ? 'To take this answer in, open the packet that this page came with in Copydesk.' : 'To comment, suggest and decide, open the packet that this page came with in Copydesk, and send the answer back. This page is only for reading.'}</p>
</section>
`
}

function changesOf({ revision, changes, assetAddress }: ReviewPage): string {
  if (changes === null || changes.redline.total === 0) return ''
  const { redline, since } = changes
  // The packet has the files of the version that it shows, not those of an earlier one.
  const carried = new Set(revision.assets.map(({ hash }) => hash))
  return `<section class="changes" lang="en">
<h2>What changed</h2>
<p>What has changed ${escapeHtml(since)}.</p>
${redlineHtml(redline, { assetAddress: (hash) => (carried.has(hash) ? assetAddress(hash) : null) }, false)}</section>
`
}
